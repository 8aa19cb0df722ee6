// kill -9 of the console, again and again, between decisions and in the middle of them: no decision that was shown as
// stored is lost, none is doubled at the gateway.
//
//   node kill_between_decisions.mjs --bin FOLDER [--kills 40] [--seed 1]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionFor } from './lib/decisions.mjs';
import { inventedProposal } from './lib/material.mjs';
import { Desk, Gateway, check } from './lib/programs.mjs';

const word = (name, otherwise) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
const bin = word('--bin');
const kills = Number(word('--kills', 40));
let state = Number(word('--seed', 1)) >>> 0;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const folder = mkdtempSync(join(tmpdir(), 'countersign-kill-'));
const password = 'a long enough password';
const perLife = 2;

const gateway = new Gateway(bin, folder);
gateway.init();
const token = gateway.addAgent('scribe', ['clinical-documentation']);
gateway.addUser('mara', 'clinician', password);
await gateway.serve();
for (let number = 0; number < kills * perLife + 4; ++number) {
  const answer = await gateway.call('POST', '/v1/proposals', token, inventedProposal(number).line);
  check(answer.status === 201, `proposal ${number}: ${answer.status} ${answer.body}`);
}

const shown = new Map(); // decision → item, that the desk called stored
const known = new Map(); // decision → item, that a later profile held
const desk = new Desk(bin, gateway, folder, 'mara', password);
desk.onEvent = (event) => {
  if (event.event === 'stored') shown.set(event.decision, event.item);
};
let unshown = 0;

async function begin() {
  const ready = await desk.signIn();
  const there = new Map(ready.decisions.map((one) => [one.decision, one.item]));
  for (const id of shown.keys()) check(there.has(id), `${id} was shown as stored and is gone`);
  for (const [id, item] of there)
    if (!shown.has(id) && !known.has(id)) {
      ++unshown; // durable, and killed before it could be said
      known.set(id, item);
    }
  for (const [seq, one] of [...ready.decisions].sort((a, b) => a.seq - b.seq).entries())
    check(one.seq === seq, `the chain has a gap at ${seq}`);
}
const isDecided = (item) => [...shown.values(), ...known.values()].includes(item);

await begin();
const queue = (await desk.queue(kills * perLife)).map((row) => row.id);
const undecided = () => queue.filter((item) => !isDecided(item));
for (let kill = 0; kill < kills; ++kill) {
  for (const item of undecided().slice(0, perLife)) {
    const opened = await desk.open(item);
    check(opened.event === 'item', `${item}: ${opened.code}`);
    const decision = decisionFor(opened.item, kill);
    if (item === undecided()[perLife - 1] || random() < 0.3) {
      // Anywhere from before the password is checked to after the receipt came.
      desk.say({ do: 'decide', item, ...decision });
      await new Promise((resolve) => setTimeout(resolve, random() * 700));
      break;
    }
    const answer = await desk.decide(item, decision);
    check(answer.event === 'stored', `${item}: ${answer.code}`);
  }
  await desk.kill();
  await begin();
}

const last = undecided()[0];
const opened = await desk.open(last);
check((await desk.decide(last, decisionFor(opened.item, 0))).event === 'stored', 'the last decision');
await desk.next((e) => e.event === 'confirmed' && e.item === last, 'the last receipt', 60, 0);
await desk.quit();
await gateway.stop();

const out = join(folder, 'package');
gateway.command(['export-audit', '--data', gateway.data, '--out', out]);
const payload = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url'));
const log = readFileSync(join(out, 'decisions.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const ids = log.map((line) => payload(line.jws).decisionId);
const outcomes = log.map((line) => payload(line.receipt).outcome);
check(new Set(ids).size === ids.length, 'a decision is in the log twice');
check(new Set(log.map((line) => payload(line.jws).itemId)).size === log.length, 'an item was decided twice');
check(outcomes.every((outcome) => outcome === 'accepted'), `outcomes: ${[...new Set(outcomes)]}`);
for (const id of [...shown.keys(), ...known.keys()]) check(ids.includes(id), `${id} never came to the gateway`);
rmSync(folder, { recursive: true });
console.log(`${kills} kills, ${shown.size} decisions shown as stored, ${unshown} durable that were not shown yet, ` +
  `${ids.length} in the gateway's log: 0 lost, 0 doubled`);
process.exit(0);
