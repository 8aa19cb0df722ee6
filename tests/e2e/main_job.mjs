// The main job, end to end, with the real programs on loopback: submitted, shown, decided with every verdict, signed,
// stored, delivered, receipted, released, reported, exported and verified twice, while the gateway and the console are
// killed on the way. Nothing lost, nothing doubled, no plaintext in any file.
//
//   node main_job.mjs --bin FOLDER [--keep]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CanarySearch } from './lib/canaries.mjs';
import { approves, decisionFor, rejectionOf } from './lib/decisions.mjs';
import { canariesOf, material, source } from './lib/material.mjs';
import { Desk, Gateway, check, within } from './lib/programs.mjs';

const word = (name) => process.argv[process.argv.indexOf(name) + 1];
const bin = word('--bin');
const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
const begun = Date.now();
const tell = (text) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${text}`);

const password = 'a long enough password';
const { proposals, bundles, what } = material(folder);
const gateway = new Gateway(bin, folder);
const tokens = new Map();

function prepare() {
  gateway.init();
  const scopes = new Map();
  for (const { proposal } of proposals) {
    const scope = scopes.get(proposal.agent.id) ?? new Set();
    scopes.set(proposal.agent.id, scope.add(proposal.workflow));
  }
  if (bundles.count > 0) scopes.set('prior-auth-agent', new Set(['prior-authorization']));
  for (const [id, workflows] of scopes) tokens.set(id, gateway.addAgent(id, [...workflows]));
  gateway.addUser('mara', 'clinician', password);
  if (bundles.count === 0) return 0;
  const told = gateway.command(['import', '--data', gateway.data, '--as', 'prior-auth-agent', bundles.folder]);
  return Number(/imported (\d+)/.exec(told)[1]);
}

// --- submit, through one death of the gateway -----------------------------------------------------------------------

const items = new Map(); // item id → {agent, decision: {id, item, verdict}}

async function submitAll() {
  let repeats = 0;
  let sent = 0;
  const submitOne = async ({ line, proposal }) => {
    const token = tokens.get(proposal.agent.id);
    const answer = await gateway.insist('POST', '/v1/proposals', token, line);
    check([200, 201].includes(answer.status), `proposal ${proposal.id}: ${answer.status} ${answer.body}`);
    repeats += answer.status === 200;
    items.set(JSON.parse(answer.body).itemId, { agent: proposal.agent.id });
    if (++sent === Math.floor(proposals.length / 2)) {
      await gateway.kill();
      await gateway.serve();
    }
  };
  const waiting = [...proposals];
  const worker = async () => {
    while (waiting.length > 0) await submitOne(waiting.shift());
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  // The same again is the same item, not a second one.
  const again = await gateway.insist('POST', '/v1/proposals', tokens.get(proposals[0].proposal.agent.id), proposals[0].line);
  check(again.status === 200, `a repeat was answered ${again.status}`);
  return repeats;
}

// --- decide, while programs die -------------------------------------------------------------------------------------

const stored = new Map(); // decision id → item id, as the desk said it
const settled = new Map(); // decision id → word
const desk = new Desk(bin, gateway, folder, 'mara', password);
desk.onEvent = (event) => {
  if (event.event === 'stored') {
    check(!stored.has(event.decision), `${event.decision} was stored twice`);
    stored.set(event.decision, event.item);
  }
  if (['confirmed', 'held', 'superseded', 'refused'].includes(event.event)) settled.set(event.decision, event);
};

// After a new start: what was shown as stored is there, and what is there and was not shown is known now.
async function signInAgain() {
  const ready = await desk.signIn();
  const there = new Map(ready.decisions.map((one) => [one.decision, one]));
  const lost = [...stored.keys()].filter((id) => !there.has(id));
  check(lost.length === 0, `${lost.length} decisions that were shown as stored are gone`);
  for (const one of ready.decisions) {
    stored.set(one.decision, one.item);
    if (['Confirmed', 'Held'].includes(one.standing)) settled.set(one.decision, { ...one, event: one.standing.toLowerCase() });
  }
}

async function decideAll() {
  const queue = (await desk.queue(items.size)).map((row) => row.id);
  check(queue.length === items.size, `the queue shows ${queue.length} of ${items.size}`);
  const at = (share) => Math.floor(queue.length * share);
  const deskDies = new Set([at(0.12), at(0.41), at(0.66), at(0.9)]);
  const gatewayDies = new Set([at(0.25), at(0.5), at(0.75)]);
  const decided = new Set();
  const heldUp = new Set();
  for (const [turn, id] of queue.entries()) {
    if (gatewayDies.has(turn)) {
      await gateway.kill();
      // Decisions go on while it is away; it comes back a little later.
      setTimeout(() => gateway.serve(), 700);
    }
    for (;;) {
      const shown = await desk.open(id);
      check(shown.event === 'item', `${id} was not shown: ${shown.code}`);
      const decision = heldUp.has(id) ? rejectionOf(shown.item) : decisionFor(shown.item, turn);
      items.get(id).verdict = decision.verdict;
      if (deskDies.delete(turn)) {
        // In the middle of it: whether it was made is for the profile to say.
        desk.say({ do: 'decide', item: id, ...decision });
        await new Promise((resolve) => setTimeout(resolve, 60 + 90 * deskDies.size));
        await desk.kill();
        await signInAgain();
        if ([...stored.values()].includes(id)) break;
        continue;
      }
      const answer = await desk.decide(id, decision);
      if (answer.code === 'StopFindingOpen' && !heldUp.has(id)) {
        heldUp.add(id);
        continue;
      }
      check(answer.event === 'stored', `${id}: ${answer.code ?? answer.what}`);
      break;
    }
    decided.add(id);
  }
  tell(`${heldUp.size} approvals were held up by stop findings, and rejected`);
  return decided.size;
}

async function settleAll() {
  const open = () => [...stored.keys()].filter((id) => !settled.has(id));
  for (let i = 0; i < 1200 && open().length > 0; ++i) await new Promise((resolve) => setTimeout(resolve, 100));
  check(open().length === 0, `${open().length} decisions have no receipt`);
  for (const event of settled.values())
    check(['confirmed', 'held'].includes(event.event), `${event.decision} ended as ${event.event}`);
}

// --- what the agents hear -------------------------------------------------------------------------------------------

async function hearDecisions() {
  const counts = { decisions: 0, released: 0, reported: 0 };
  const hearOne = async ([id, { agent, verdict }]) => {
    const token = tokens.get(agent);
    let answer;
    do answer = await gateway.insist('GET', `/v1/items/${id}/decision?wait=45`, token);
    while (answer.status === 204);
    check(answer.status === 200, `${id}: ${answer.status} ${answer.body}`);
    const told = JSON.parse(answer.body);
    check(told.verdict === verdict, `${id}: decided ${verdict}, told ${told.verdict}`);
    ++counts.decisions;
    check(Boolean(told.releaseToken) === approves(verdict), `${id}: ${verdict} and a release token do not go together`);
    if (!told.releaseToken) return;
    ++counts.released;
    const report = JSON.stringify({ releaseToken: told.releaseToken, status: 'completed', at: '2026-11-02T12:00:00Z' });
    const first = await gateway.insist('POST', `/v1/items/${id}/outcome`, token, report);
    const second = await gateway.insist('POST', `/v1/items/${id}/outcome`, token, report);
    check(first.status === 200, `${id}: the outcome was answered ${first.status} ${first.body}`);
    check(second.status === 409, `${id}: the same outcome again was answered ${second.status}`);
    ++counts.reported;
  };
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) await hearOne(waiting.shift());
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return counts;
}

// --- what an auditor finds ------------------------------------------------------------------------------------------

function verify() {
  const out = join(folder, 'package');
  gateway.command(['export-audit', '--data', gateway.data, '--out', out, '--with-phi']);
  const root = join(gateway.data, 'gateway.jwk');
  const own = execFileSync(join(bin, 'countersign-verify'), [out, '--root', root], { encoding: 'utf8' });
  check(/^VALID$/m.test(own), 'countersign-verify does not say VALID');
  const lines = readFileSync(join(out, 'decisions.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const payload = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url'));
  const ids = lines.map((line) => payload(line.jws).decisionId);
  check(new Set(ids).size === ids.length, 'a decision is in the log twice');
  for (const id of stored.keys()) check(ids.includes(id), `${id} was stored and is not in the log`);
  const winners = new Map();
  for (const line of lines)
    if (['accepted', 'held'].includes(payload(line.receipt).outcome)) {
      const item = payload(line.jws).itemId;
      check(!winners.has(item), `${item} has two decisions in effect`);
      winners.set(item, payload(line.jws).decisionId);
    }
  check(winners.size === items.size, `${winners.size} of ${items.size} items have a decision`);
  return { log: ids.length, jose: secondOpinion(out) };
}

function secondOpinion(out) {
  const verifier = join(source, 'tests/e2e/node/verify.mjs');
  if (!existsSync(join(source, 'tests/e2e/node/node_modules/jose'))) return 'left out: npm jose is not installed';
  const run = spawnSync('node', [verifier, out], { encoding: 'utf8' });
  check(run.status === 0 && /VALID/.test(run.stdout), `the second verifier: ${run.stdout}${run.stderr}`);
  return 'VALID';
}

function searchPlaintext() {
  const search = new CanarySearch();
  for (const one of proposals) for (const text of canariesOf(one)) search.add(text);
  if (bundles.count > 0) search.add('Vonderheyden-Variant-1');
  const places = [gateway.data, desk.profile, gateway.log, desk.log].map((place) => search.scan(place));
  const leaks = places.flatMap((place) => place.leaks);
  check(leaks.length === 0, `plaintext in ${leaks.map((leak) => leak.file).join(', ')}`);
  // The search can see: the package was exported with patients' text in it.
  check(search.scan(join(folder, 'package')).leaks.length > 0, 'the search is blind');
  const files = places.reduce((sum, place) => sum + place.files, 0);
  const bytes = places.reduce((sum, place) => sum + place.bytes, 0);
  return `${search.count} canaries in 6 forms, ${files} files, ${(bytes / 1e6).toFixed(1)} MB: 0 found`;
}

// --- the run --------------------------------------------------------------------------------------------------------

const imported = prepare();
tell(`${what}: ${proposals.length} proposals; prior-authorisation bundles imported: ${imported} of ${bundles.count}`);
check(bundles.count === 0 || imported >= 20, 'fewer than 20 bundles became proposals');
await gateway.serve();
const repeats = await submitAll();
tell(`submitted ${proposals.length}, ${repeats} of them answered as known after the gateway was killed`);
await desk.signIn();
if (imported > 0)
  for (const row of await desk.queue(proposals.length + imported))
    if (!items.has(row.id)) items.set(row.id, { agent: 'prior-auth-agent' });
check(items.size === proposals.length + imported, `${items.size} items of ${proposals.length + imported} proposals`);
const decided = await decideAll();
tell(`decided ${decided} of ${items.size}`);
await settleAll();
const verdicts = {};
for (const { verdict } of items.values()) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
tell(`stored ${stored.size}, receipted ${settled.size}: ${JSON.stringify(verdicts)}`);
tell(`killed: the gateway ${gateway.restarts} times, the desk ${desk.starts - 1} times`);
const heard = await hearDecisions();
tell(`agents heard ${heard.decisions} decisions, ${heard.released} releases, reported ${heard.reported} outcomes`);
await desk.quit();
await gateway.stop();
const found = verify();
tell(`exported ${found.log} decisions: countersign-verify VALID, jose ${found.jose}`);
tell(searchPlaintext());
check(stored.size === items.size, `${stored.size} decisions for ${items.size} items`);
if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true });
tell('0 lost, 0 doubled');
await within(5, 'the end', Promise.resolve());
process.exit(0);
