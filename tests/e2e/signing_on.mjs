// People sign in at an issuer, in the browser, and prove themselves anew there for a signature: the real gateway and the
// console's engine against the certified oidc-provider (RFC 8252, OpenID Connect Core 1.0; ).
//
//   node signing_on.mjs --bin FOLDER
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decisionFor } from './lib/decisions.mjs';
import { source } from './lib/material.mjs';
import { Desk, Gateway, check } from './lib/programs.mjs';
import { proposeInvented } from './lib/ward.mjs';

if (!existsSync(join(source, 'tests/e2e/node/node_modules/oidc-provider'))) {
  console.log('left out: npm oidc-provider is not installed');
  process.exit(0);
}
const { Browser, startIssuer } = await import('./node/issuer.mjs');
const bin = process.argv[process.argv.indexOf('--bin') + 1];
const folder = mkdtempSync(join(tmpdir(), 'countersign-oidc-'));
const ownWord = 'vier gelbe Tassen'; // of the machine's store; no account has it
const issuer = await startIssuer();
const gateway = new Gateway(bin, folder);
gateway.init();
const token = gateway.addAgent('scribe', ['clinical-documentation']);
gateway.addUser('mara', 'clinician', 'an account word that nobody types');
gateway.addUser('joel', 'clinician', 'another account word, not typed either');
// Not waited for by blocking: the issuer that is asked runs in this very process.
const setIssuer = (stepUp) =>
  promisify(execFile)(gateway.program, ['issuer', 'set', '--data', gateway.data, '--issuer', issuer.url, '--client-id',
                                        'countersign', '--step-up', stepUp, '--acr', 'urn:mfa']);
await setIssuer('first');
gateway.command(['issuer', 'map', 'sub-of-mara', 'mara', '--data', gateway.data]);
gateway.command(['issuer', 'map', 'sub-of-joel', 'joel', '--data', gateway.data]);
await gateway.serve();
await proposeInvented(gateway, token, 5);

const desk = new Desk(bin, gateway, folder, 'mara', ownWord);
desk.extra = ['--by-issuer'];
const asked = (from) => desk.next((e) => e.event === 'browser', 'the browser to be opened', 60, from);
const outcome = (from) =>
  desk.next((e) => ['ready', 'stored', 'refusal'].includes(e.event), 'an answer', 60, from);

// --- at the door ----------------------------------------------------------------------------------------------------

async function signIn(browser, how) {
  desk.launch();
  const { url } = await asked(0);
  const end = await browser.visit(url, how);
  return { end, answer: await outcome(0), url: new URL(url) };
}
const stranger = await signIn(new Browser(), { account: 'sub-of-joel' });
check(stranger.answer.code === 'IssuerRefused', `joel came in as mara: ${JSON.stringify(stranger.answer)}`);
await desk.child.gone;
const unknown = await signIn(new Browser(), { account: 'sub-of-nobody' });
check(unknown.answer.code === 'IssuerRefused', `nobody came in: ${JSON.stringify(unknown.answer)}`);
await desk.child.gone;
const denied = await signIn(new Browser(), { account: 'sub-of-mara', denies: true });
check(denied.answer.code === 'IssuerRefused', `a refusal let somebody in: ${JSON.stringify(denied.answer)}`);
await desk.child.gone;

const browser = new Browser();
const door = await signIn(browser, { account: 'sub-of-mara' });
check(door.answer.event === 'ready' && door.answer.user === 'mara', `mara was not let in: ${JSON.stringify(door.answer)}`);
check(door.end.status === 200 && door.end.url.startsWith('http://127.0.0.1:'), 'the browser saw no page of the console');
check(browser.forms.join() === 'login,consent', `the forms were ${browser.forms}`);
const request = issuer.asked.at(-1);
check(request.code_challenge_method === 'S256' && request.code_challenge.length === 43, 'no PKCE');
check(request.prompt === 'login' && request.max_age === '0' && request.login_hint === 'mara', 'not asked afresh');
check(new URL(request.redirect_uri).hostname === '127.0.0.1', `redirected to ${request.redirect_uri}`);
check(request.state && request.nonce, 'neither state nor nonce');

// --- at a signature -------------------------------------------------------------------------------------------------

const queue = (await desk.queue(5)).map((row) => row.id);
// Begins to decide; answers with what comes first: the browser, or the end.
async function decide(item) {
  const opened = await desk.open(item);
  const from = desk.events.length;
  desk.say({ do: 'decide', item, ...decisionFor(opened.item, 0) });
  return desk.next((e) => ['browser', 'stored', 'refusal'].includes(e.event), 'a decision or the browser', 60, from);
}
async function proveAndSign(item, how, at = browser) {
  const first = await decide(item);
  check(first.event === 'browser', `no step-up: ${JSON.stringify(first)}`);
  const from = desk.events.length;
  await at.visit(first.url, how);
  return desk.next((e) => ['stored', 'refusal'].includes(e.event), 'the decision', 60, from);
}
const payloadOf = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url').toString('utf8'));
async function statementOf(item) {
  for (let i = 0; i < 100; ++i) {
    const answer = await gateway.call('GET', `/v1/items/${item}/decision?wait=5`, token);
    if (answer.status === 200) return payloadOf(JSON.parse(answer.body).decision);
  }
  throw new Error(`no decision of ${item}`);
}

const before = Math.floor(Date.now() / 1000);
browser.forms = [];
const signed = await proveAndSign(queue[0], { account: 'sub-of-mara', acr: 'urn:mfa' });
check(signed.event === 'stored', `not signed: ${JSON.stringify(signed)}`);
check(browser.forms[0] === 'login', 'whoever was signed in at the issuer was not asked again');
const stepUp = issuer.asked.at(-1);
check(stepUp.prompt === 'login' && stepUp.max_age === '0' && stepUp.acr_values === 'urn:mfa', 'no step-up was asked for');
const statement = await statementOf(queue[0]);
check(statement.auth.components.includes('oidc'), 'the statement does not say that the issuer was heard');
check(statement.auth.acr === 'urn:mfa', `acr is ${statement.auth.acr}`);
check(Date.parse(statement.auth.idpAuthTime) / 1000 >= before, `authenticated at ${statement.auth.idpAuthTime}`);
check(statement.auth.nonce === stepUp.nonce, 'the token was of another question');

const second = await decide(queue[1]); // of the same session
check(second.event === 'stored', `the second asked again: ${JSON.stringify(second)}`);
check(!(await statementOf(queue[1])).auth.components.includes('oidc'), 'the second claims what was not asked');

// --- each signature -------------------------------------------------------------------------------------------------

await desk.quit();
await gateway.stop();
await setIssuer('each');
await gateway.serve();
desk.extra = []; // from now on the device's key speaks
await desk.signIn();
await desk.queue(3);
const weak = await proveAndSign(queue[2], { account: 'sub-of-mara' });
check(weak.code === 'IssuerRefused', `a login without its second factor signed: ${JSON.stringify(weak)}`);
const other = await proveAndSign(queue[2], { account: 'sub-of-joel', acr: 'urn:mfa' }, new Browser());
check(other.code === 'IssuerRefused', `joel signed as mara: ${JSON.stringify(other)}`);
const left = await proveAndSign(queue[2], { account: 'sub-of-mara', denies: true });
check(left.code === 'IssuerRefused', `a refusal signed: ${JSON.stringify(left)}`);
for (const item of queue.slice(2, 4)) {
  const answer = await proveAndSign(item, { account: 'sub-of-mara', acr: 'urn:mfa' });
  check(answer.event === 'stored', `not signed: ${JSON.stringify(answer)}`);
  check((await statementOf(item)).auth.components.includes('oidc'), 'each signature says that the issuer was heard');
}
await desk.quit();
await gateway.stop();
await issuer.close();
for (const file of [gateway.log, desk.log])
  check(!/sub-of-|eyJ|vier gelbe/.test(readFileSync(file, 'utf8')), `${file} holds what no log may`);
rmSync(folder, { recursive: true });
console.log('signed in by browser once of 4 tries; signed 4 decisions, 3 of them by step-up; refused 3');
process.exit(0);
