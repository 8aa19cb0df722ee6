// Several people at one workstation, one after the other: each has a sealed store of their own. The real programs
// on loopback.
//
//   node workstation.mjs --bin FOLDER
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionFor } from './lib/decisions.mjs';
import { inventedProposal } from './lib/material.mjs';
import { Desk, Gateway, check } from './lib/programs.mjs';

const bin = process.argv[process.argv.indexOf('--bin') + 1];
const folder = mkdtempSync(join(tmpdir(), 'countersign-trust-'));
const words = { mara: 'the password of mara', joel: 'the password of joel' };
const gateway = new Gateway(bin, folder);
gateway.init();
const token = gateway.addAgent('scribe', ['clinical-documentation']);
gateway.addUser('mara', 'clinician', words.mara);
gateway.addUser('joel', 'clinician', words.joel);
await gateway.serve();
for (let number = 0; number < 8; ++number) {
  const answer = await gateway.call('POST', '/v1/proposals', token, inventedProposal(number).line);
  check(answer.status === 201, `proposal ${number}: ${answer.status} ${answer.body}`);
}
const deskOf = (user) => {
  const desk = new Desk(bin, gateway, folder, user, words[user]);
  desk.profile = join(folder, 'workstation'); // one for all of them
  return desk;
};
const answered = (desk, what, from = desk.events.length) =>
  desk.next((e) => e.event === what || e.event === 'refusal', what, 60, from);
async function approve(desk, item) {
  const opened = await desk.open(item);
  check(opened.event === 'item', `${item}: ${opened.code}`);
  const from = desk.events.length;
  const answer = await desk.decide(item, decisionFor(opened.item, 0));
  check(answer.event === 'stored', `${item}: ${answer.code}`);
  await desk.next((e) => e.event === 'confirmed' && e.item === item, 'its receipt', 60, from);
  return answer.decision;
}

// --- several people on one workstation (R-201) ----------------------------------------------------------------------

const mara = deskOf('mara');
const joel = deskOf('joel');
await mara.signIn();
const queue = (await mara.queue(8)).map((row) => row.id);
const ofMara = await approve(mara, queue[0]);
await mara.quit();
const ready = await joel.signIn();
check(ready.decisions.length === 0, "joel's history holds somebody else's decisions");
await joel.queue(7);
const ofJoel = await approve(joel, queue[1]);
await joel.quit();
const stores = readdirSync(join(folder, 'workstation'), { withFileTypes: true }).filter((e) => e.isDirectory());
check(stores.length === 2, `there are ${stores.length} stores for two people`);
for (const store of stores) {
  const place = join(folder, 'workstation', store.name);
  check((statSync(place).mode & 0o77) === 0, `${place} is open to others`);
  check(!/mara|joel/.test(store.name), 'a store says whose it is');
}
const [one, other] = stores.map((store) => readFileSync(join(folder, 'workstation', store.name, 'keys-0')));
check(!one.equals(other), 'two people have the same keys');
const thief = deskOf('joel');
thief.password = words.mara;
thief.launch();
check((await answered(thief, 'ready', 0)).code === 'WrongPassword', "mara's password opened joel's store");
await thief.child.gone;
const again = await mara.signIn();
check(again.decisions.length === 1 && again.decisions[0].decision === ofMara, "mara's own decision is not hers alone");
check(ofMara !== ofJoel, 'two decisions are one');

await mara.quit();
await gateway.stop();
rmSync(folder, { recursive: true });
console.log('two people, two stores, two keys; neither password opens the other');
process.exit(0);
