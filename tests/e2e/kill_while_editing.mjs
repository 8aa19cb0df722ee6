// kill -9 of the console while somebody types into a draft, again and again: no character is lost that is older than
// the last pause. The desk says `kept` once what was typed until then is durable; everything up to there must be found
// after the kill, and what is found must be a state that was typed.
//
//   node kill_while_editing.mjs --bin FOLDER [--kills 6] [--seed 1]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionFor } from './lib/decisions.mjs';
import { inventedProposal } from './lib/material.mjs';
import { Desk, Gateway, check } from './lib/programs.mjs';

const word = (name, otherwise) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
const bin = word('--bin');
const kills = Number(word('--kills', 6));
let state = Number(word('--seed', 1)) >>> 0;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const folder = mkdtempSync(join(tmpdir(), 'countersign-edit-'));
const password = 'a long enough password';

const gateway = new Gateway(bin, folder);
gateway.init();
const token = gateway.addAgent('scribe', ['clinical-documentation']);
gateway.addUser('mara', 'clinician', password);
gateway.addUser('ben', 'clinician', password);
await gateway.serve();
for (let number = 0; number < 3; ++number) {
  const answer = await gateway.call('POST', '/v1/proposals', token, inventedProposal(number).line);
  check(answer.status === 201, `proposal ${number}: ${answer.status} ${answer.body}`);
}

const desk = new Desk(bin, gateway, folder, 'mara', password);
const sections = (draft) => draft.note?.sections ?? draft.sections ?? [];
const textOf = (draft, statement) => {
  for (const section of sections(draft))
    for (const one of section.statements) if (one.id === statement) return one.text;
  return undefined;
};

let typed = []; // by edition: every state of the statement in this life
let keptEdition = 0; // of this life
let item, statement, original;
let inherited; // what must be there at least: the text that the last life was told to be kept
let lost = 0, characters = 0, unkept = 0;

desk.onEvent = (event) => {
  if (event.event === 'kept' && event.item === item) keptEdition = event.edition;
};

async function begin() {
  await desk.signIn();
  const queue = await desk.queue(3);
  item ??= queue[0].id;
  const opened = await desk.open(item);
  check(opened.event === 'item', `${item}: ${opened.code}`);
  if (statement === undefined) {
    statement = sections(opened.item.draft)[0].statements[0].id;
    original = textOf(opened.item.draft, statement);
    inherited = { text: original, later: [original] };
  }
  const found = opened.edited ? textOf(opened.edited.draft, statement) : original;
  // At least what was kept, and nothing that nobody typed.
  if (!found.startsWith(inherited.text) || !inherited.later.includes(found)) {
    ++lost;
    console.error(`kept ${inherited.text.length} characters, found ${found.length}`);
  }
  if (found.length > inherited.text.length) ++unkept;
  if (opened.edited) check(opened.place === `1 ${found.length} 0 es ${statement}`, `place: ${opened.place}`);
  return found;
}

const letters = 'abcdefghijklmnopqrstuvwxyz .,0123456789';
for (let kill = 0; kill < kills; ++kill) {
  let text = await begin();
  if (text.length > 4000) text = original;
  typed = [text];
  keptEdition = 0;
  const presses = 1 + Math.floor(random() * 40);
  for (let press = 0; press < presses; ++press) {
    text += letters[Math.floor(random() * letters.length)];
    ++characters;
    typed.push(text);
    desk.say({ do: 'edit', item, statement, text, place: `1 ${text.length} 0 es ${statement}` });
    // Mostly typing, sometimes a pause that is long enough, sometimes one that is almost.
    const pause = random();
    await wait(pause < 0.85 ? random() * 60 : pause < 0.95 ? 300 + random() * 120 : 450 + random() * 200);
  }
  if (random() < 0.5) await wait(random() * 600);
  await desk.kill();
  inherited = { text: typed[Math.min(keptEdition, typed.length - 1)], later: typed.slice(keptEdition) };
}
const last = await begin();

// Nobody else finds any of it.
await desk.quit();
const other = new Desk(bin, gateway, folder, 'ben', password);
await other.signIn();
await other.queue(3);
const theirs = await other.open(item);
check(theirs.event === 'item' && theirs.edited === undefined && theirs.place === undefined, 'another person sees it');
await other.quit();

// And with the decision it is gone.
await begin();
await desk.decide(item, decisionFor((await desk.open(item)).item, 2));
await desk.next((e) => e.event === 'confirmed' && e.item === item, 'the receipt', 60, 0);
await desk.quit();
await gateway.stop();
rmSync(folder, { recursive: true });
check(lost === 0, `${lost} of ${kills} kills lost what was kept`);
console.log(`${kills} kills while editing, ${characters} characters typed, ${unkept} times more was durable than was ` +
  `said: 0 lost that were older than the last pause; ${last.length} characters at the end`);
process.exit(0);
