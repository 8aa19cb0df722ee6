// A small ward for tests of who may do what: a gateway that serves, people with passwords, invented proposals, and one
// workstation that all of them use.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionFor } from './decisions.mjs';
import { inventedProposal } from './material.mjs';
import { Desk, Gateway, check } from './programs.mjs';

export async function proposeInvented(gateway, token, count) {
  for (let number = 0; number < count; ++number) {
    const answer = await gateway.call('POST', '/v1/proposals', token, inventedProposal(number).line);
    check(answer.status === 201, `proposal ${number}: ${answer.status} ${answer.body}`);
  }
}

// The first event of that kind, or a refusal.
export const answered = (desk, what, from = desk.events.length) =>
  desk.next((e) => e.event === what || e.event === 'refusal', what, 60, from);

// Approves as it stands and waits for the receipt; the decision's id.
export async function approve(desk, item) {
  const opened = await desk.open(item);
  check(opened.event === 'item', `${item}: ${opened.code}`);
  const from = desk.events.length;
  const answer = await desk.decide(item, decisionFor(opened.item, 0));
  check(answer.event === 'stored', `${item}: ${answer.code}`);
  await desk.next((e) => e.event === 'confirmed' && e.item === item, 'its receipt', 60, from);
  return answer.decision;
}

// `roles` by person. With eight proposals; in a folder that the test removes.
export async function openWard(bin, roles) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-ward-'));
  const wordOf = (user) => `the password of ${user}`;
  const gateway = new Gateway(bin, folder);
  gateway.init();
  const token = gateway.addAgent('scribe', ['clinical-documentation']);
  for (const [user, role] of Object.entries(roles)) gateway.addUser(user, role, wordOf(user));
  await gateway.serve();
  await proposeInvented(gateway, token, 8);
  const workstation = join(folder, 'workstation');
  const deskOf = (user) => {
    const desk = new Desk(bin, gateway, folder, user, wordOf(user));
    desk.profile = workstation;
    return desk;
  };
  return { folder, gateway, workstation, wordOf, deskOf, token };
}
