// A token that a person carries takes part in signatures (R-106, R-107; decision 27): enrolled, asked for its PIN, without a
// link, of another person, asked for by the policy, revoked; and what an auditor makes of it. The real programs on loopback,
// SoftHSM for the cards.
//
//   node token.mjs --bin FOLDER --module SOFTHSM
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decisionFor } from './lib/decisions.mjs';
import { check } from './lib/programs.mjs';
import { inventedProposal } from './lib/material.mjs';
import { answered, openWard } from './lib/ward.mjs';

const word = (name) => process.argv[process.argv.indexOf(name) + 1];
const bin = word('--bin');
const module = word('--module');
const { folder, gateway, wordOf, deskOf, token: agent } = await openWard(bin, { mara: 'clinician', joel: 'clinician' });
const pins = { mara: '271828', joel: '314159' };

// A card in a folder of its own, which a program meets through its environment.
function makeCard(name) {
  const home = join(folder, `card-${name}`);
  mkdirSync(join(home, 'tokens'), { recursive: true });
  const config = join(home, 'softhsm2.conf');
  writeFileSync(config, `directories.tokendir = ${join(home, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const env = { ...process.env, SOFTHSM2_CONF: config };
  const run = (program, words) => execFileSync(program, words, { env, stdio: 'pipe' });
  run('softhsm2-util', ['--init-token', '--free', '--label', name, '--pin', pins[name], '--so-pin', '56789012']);
  run('pkcs11-tool', ['--module', module, '--token-label', name, '--login', '--pin', pins[name], '--keypairgen',
                      '--key-type', 'EC:edwards25519', '--label', 'sign', '--id', '01']);
  return config;
}
const cards = { mara: makeCard('mara'), joel: makeCard('joel') };

async function sitDown(user, card, waiting) {
  const desk = deskOf(user);
  process.env.SOFTHSM2_CONF = card ? cards[card] : '';
  desk.extra = card ? ['--token-module', module] : [];
  await desk.signIn();
  if (!desk.isOnline) await desk.next((e) => e.event === 'link' && e.state === 'online', 'the link', 60, 0);
  await desk.queue(waiting);
  return desk;
}
// The script's answer to a command that says nothing where all went well.
async function told(desk, command) {
  const from = desk.events.length;
  desk.say(command);
  desk.say({ do: 'list' });
  const answer = await answered(desk, 'items', from);
  await desk.next((e) => e.event === 'items', 'items', 60, from);
  return answer;
}
async function decide(desk, item, credential = {}) {
  const opened = await desk.open(item);
  check(opened.event === 'item', `${item}: ${opened.code}`);
  return desk.decide(item, { ...decisionFor(opened.item, 2), ...credential });
}
async function confirmed(desk, item, credential) {
  const from = desk.events.length;
  const answer = await decide(desk, item, credential);
  check(answer.event === 'stored', `${item}: ${answer.code}`);
  await desk.next((e) => e.event === 'confirmed' && e.item === item, 'its receipt', 60, from);
  return answer.decision;
}
async function refused(desk, item, credential, code) {
  const answer = await decide(desk, item, credential);
  check(answer.event === 'refusal' && answer.code === code, `expected ${code}: ${JSON.stringify(answer)}`);
}

// --- enrolled, and asked for its PIN --------------------------------------------------------------------------------

let mara = await sitDown('mara', 'mara', 8);
const queue = (await mara.queue(8)).map((row) => row.id);
const byToken = [];
const pin = { pin: pins.mara };
await refused(mara, queue[0], pin, 'TokenNotRegistered');
const wrong = await told(mara, { do: 'enrol-token', pin: '000000' });
check(wrong.code === 'TokenPinWrong', `another PIN enrolled: ${JSON.stringify(wrong)}`);
const enrolled = await told(mara, { do: 'enrol-token', ...pin });
check(enrolled.event === 'items', `the token was not enrolled: ${enrolled.code}`);
byToken.push(await confirmed(mara, queue[0], pin));
byToken.push(await confirmed(mara, queue[1], pin));
await refused(mara, queue[2], { pin: '000000' }, 'TokenPinWrong');
await refused(mara, queue[2], { pin: wordOf('mara') }, 'TokenPinWrong'); // the password is no PIN
const byPassword = await confirmed(mara, queue[2]); // which this policy takes

// --- without a link -------------------------------------------------------------------------------------------------

check((await mara.open(queue[3])).event === 'item', 'the fourth item does not open');
check((await told(mara, { do: 'offline' })).event === 'items', 'the desk does not go offline');
const from = mara.events.length;
const alone = await decide(mara, queue[3], pin);
check(alone.event === 'stored', `offline: ${alone.code}`);
mara.say({ do: 'online' });
await mara.next((e) => e.event === 'confirmed' && e.item === queue[3], 'the receipt', 60, from);
byToken.push(alone.decision);
await mara.quit();

// --- another person's, and one that is asked for --------------------------------------------------------------------

let joel = await sitDown('joel', 'mara', 4);
await refused(joel, queue[4], pin, 'TokenNotRegistered');
const stolen = await told(joel, { do: 'enrol-token', ...pin });
check(stolen.code === 'TokenRefused' && stolen.subject === 'of-another', `mara's token: ${JSON.stringify(stolen)}`);
await joel.quit();

await gateway.stop();
const policyFile = join(gateway.data, 'policy.json');
const policy = JSON.parse(readFileSync(policyFile, 'utf8'));
writeFileSync(policyFile, JSON.stringify({ ...policy, version: `${policy.version}-tokens`, tokenRequired: true }));
gateway.command(['policy', 'apply', '--data', gateway.data]);
await gateway.serve();
const strict = [];
for (const number of [20, 21, 22]) {
  const answer = await gateway.call('POST', '/v1/proposals', agent, inventedProposal(number).line);
  check(answer.status === 201, `a proposal: ${answer.status} ${answer.body}`);
  strict.push(JSON.parse(answer.body).itemId);
}
joel = await sitDown('joel', '', 7);
await refused(joel, strict[0], {}, 'TokenRequired');
await joel.quit();
joel = await sitDown('joel', 'joel', 7);
check((await told(joel, { do: 'enrol-token', pin: pins.joel })).event === 'items', 'joel has no token');
byToken.push(await confirmed(joel, strict[0], { pin: pins.joel }));
await refused(joel, strict[1], {}, 'TokenRequired');
await joel.quit();

// --- revoked --------------------------------------------------------------------------------------------------------

mara = await sitDown('mara', 'mara', 6);
byToken.push(await confirmed(mara, strict[1], pin)); // a new start knows the token from its own store
await mara.quit();
await gateway.stop();
gateway.command(['user', 'revoke-token', 'mara', '--data', gateway.data]);
await gateway.serve();
mara = await sitDown('mara', 'mara', 5);
await refused(mara, strict[2], pin, 'TokenNotRegistered');
await mara.quit();
await gateway.stop();

// --- what an auditor makes of it ------------------------------------------------------------------------------------

const out = join(folder, 'package');
gateway.command(['export-audit', '--data', gateway.data, '--out', out, '--with-phi']);
const root = ['--root', join(gateway.data, 'gateway.jwk')];
const report = JSON.parse(execFileSync(join(bin, 'countersign-verify'), [out, ...root, '--json'], { encoding: 'utf8' }));
check(report.valid && report.checked.tokens === byToken.length, `the verifier says: ${JSON.stringify(report)}`);
const statements = readFileSync(join(out, 'decisions.ndjson'), 'utf8').trim().split('\n')
  .map((line) => JSON.parse(Buffer.from(JSON.parse(line).jws.split('.')[1], 'base64url').toString('utf8')));
for (const { decisionId, auth } of statements) {
  const isBy = byToken.includes(decisionId);
  check(auth.components.includes('smart-card') === isBy && auth.components.includes('pin') === isBy,
        `${decisionId}: ${auth.components}`);
  check(Boolean(auth.proof) === isBy, `${decisionId}: a proof that should not be there, or none`);
}
check(statements.some(({ decisionId }) => decisionId === byPassword), 'the decision by password is missing');
const nodeFolder = join(dirname(fileURLToPath(import.meta.url)), 'node');
if (existsSync(join(nodeFolder, 'node_modules', 'jose')))
  execFileSync(process.execPath, [join(nodeFolder, 'verify.mjs'), out, ...root], { stdio: 'pipe' });
rmSync(folder, { recursive: true });
console.log(`${byToken.length} signatures with tokens, every other way refused; the package is VALID`);
process.exit(0);
