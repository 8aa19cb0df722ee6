// What holds between a desk and its gateway: a new signing key, a desk that a supervisor locks, glass that is broken and
// mended and a supervisor told, a signature on behalf of somebody. The real programs on loopback.
//
//   node trust.mjs --bin FOLDER
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decisionFor } from './lib/decisions.mjs';
import { check } from './lib/programs.mjs';
import { answered, approve, openWard } from './lib/ward.mjs';

const bin = process.argv[process.argv.indexOf('--bin') + 1];
const roles = { mara: 'clinician', bea: 'clinician', nora: 'coordinator', sol: 'supervisor' }; // a coordinator sees no notes
const { folder, gateway, wordOf, deskOf } = await openWard(bin, roles);

const mara = deskOf('mara');
await mara.signIn();
const queue = (await mara.queue(8)).map((row) => row.id);

// --- a new signing key ----------------------------------------------------------------------------------------------

if (!mara.isOnline) await mara.next((e) => e.event === 'link' && e.state === 'online', 'the link');
let from = mara.events.length;
mara.say({ do: 'renew-key' });
mara.say({ do: 'list' }); // answered when the key is
check((await answered(mara, 'items', from)).event === 'items', 'no new key was made');
await mara.next((e) => e.event === 'link' && e.state === 'online', 'the link with the new key', 60, from);
await approve(mara, queue[2]);
await mara.quit();
await mara.signIn(); // the new key proves the device, too
await mara.queue(5);
await approve(mara, queue[3]);

// --- a desk that a supervisor locks ---------------------------------------------------------------------------------

from = mara.events.length;
gateway.command(['lock', 'mara', '--data', gateway.data]);
await mara.next((e) => e.event === 'link' && e.state === 'offline', 'the lock', 30, from);
const shut = await mara.ask({ do: 'open', item: queue[4] }, (e) => ['item', 'refusal'].includes(e.event), 'a refusal');
check(shut.event === 'refusal', 'a locked desk opened an item');
const opened = await mara.ask({ do: 'unlock', password: wordOf('mara') }, (e) => ['ready', 'refusal'].includes(e.event), 'ready');
check(opened.event === 'ready', `the desk does not unlock: ${opened.code}`);
await mara.quit();

// --- broken glass (R-202) -------------------------------------------------------------------------------------------

const sol = deskOf('sol'); // who supervises, at a desk of the office
sol.profile = join(folder, 'office');
await sol.signIn();
if (!sol.isOnline) await sol.next((e) => e.event === 'link' && e.state === 'online', 'the link');
const nora = deskOf('nora');
await nora.signIn();
check((await nora.queue(0)).length === 0, 'a coordinator sees notes');
const closed = await nora.ask({ do: 'open', item: queue[4] }, (e) => ['item', 'refusal'].includes(e.event), 'a refusal');
check(closed.code === 'ItemUnknown', `an item that nora may not see: ${JSON.stringify(closed)}`);
if (!nora.isOnline) await nora.next((e) => e.event === 'link' && e.state === 'online', 'the link');
nora.say({ do: 'emergency', reason: 'emergency-treatment' });
const told = await sol.next((e) => e.event === 'notices' && e.notices.length === 1, 'the word of broken glass', 30, 0);
check(told.notices[0].kind === 'emergency-begun' && told.notices[0].who === 'nora', `told: ${JSON.stringify(told)}`);
sol.say({ do: 'see-notice', number: told.notices[0].number });
await sol.next((e) => e.event === 'notices' && e.notices.length === 0, 'that it was seen', 30, 0);
await nora.queue(1);
const seen = await nora.open(queue[4]);
check(seen.event === 'item', `broken glass shows nothing: ${seen.code}`);
check(seen.offers.every((offer) => offer.refusal), 'broken glass offers a verdict');
const tried = await nora.decide(queue[4], decisionFor(seen.item, 0));
check(tried.event === 'refusal', 'broken glass signed');
nora.say({ do: 'end-emergency' });
for (let i = 0; i < 50 && (await nora.queue(0)).length > 0; ++i) await new Promise((r) => setTimeout(r, 100));
check((await nora.queue(0)).length === 0, 'what broken glass showed is still there');
const shutAgain = await nora.ask({ do: 'open', item: queue[4] }, (e) => ['item', 'refusal'].includes(e.event), 'a refusal');
check(shutAgain.code === 'ItemUnknown', 'what broken glass showed can still be opened');
await nora.quit();
await sol.quit();

// --- on behalf of somebody who is away; the cover is given while both work ----------------------------------

await mara.signIn();
if (!mara.isOnline) await mara.next((e) => e.event === 'link' && e.state === 'online', 'the link');
from = mara.events.length;
gateway.command(['user', 'cover', 'mara', '--for', 'bea', '--until', '2099-12-24', '--data', gateway.data]);
const ended = await mara.next((e) => e.event === 'link' && e.state !== 'online', 'the end of the old link', 30, from);
await mara.next((e) => e.event === 'link' && e.state === 'online', 'the new link', 30, mara.events.indexOf(ended));
const away = await mara.open(queue[5]);
const forCy = await mara.decide(queue[5], { ...decisionFor(away.item, 0), onBehalfOf: 'cy' });
check(forCy.code === 'NotCovering', `for somebody who gave no cover: ${JSON.stringify(forCy)}`);
from = mara.events.length;
const forBea = await mara.decide(queue[5], { ...decisionFor(away.item, 0), onBehalfOf: 'bea' });
check(forBea.event === 'stored', `on behalf: ${forBea.code}`);
await mara.next((e) => e.event === 'confirmed' && e.item === queue[5], 'its receipt', 60, from);

// --- an account that is disabled while its desk is open -------------------------------------------------------------

from = mara.events.length;
gateway.command(['user', 'disable', 'mara', '--data', gateway.data]);
await mara.next((e) => e.event === 'link' && e.state === 'offline', 'the lock', 30, from);
const gone = await mara.ask({ do: 'open', item: queue[4] }, (e) => ['item', 'refusal'].includes(e.event), 'a refusal');
check(gone.event === 'refusal', 'the desk of somebody who was disabled opened an item');
await mara.quit();
await gateway.stop();

// --- what an auditor sees of it -------------------------------------------------------------------------------------

const out = join(folder, 'package');
gateway.command(['export-audit', '--data', gateway.data, '--out', out, '--with-phi']);
const verdict = execFileSync(join(bin, 'countersign-verify'), [out, '--root', join(gateway.data, 'gateway.jwk')],
                             { encoding: 'utf8' });
check(/^VALID$/m.test(verdict), `the verifier says: ${verdict}`);
check(/\(mara\) on behalf of .*\(bea\)/.test(verdict), `the verifier does not say for whom: ${verdict}`);
const everything = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile()).map((e) => readFileSync(join(e.parentPath ?? e.path, e.name), 'utf8')).join('\n');
for (const kind of ['emergency-begun', 'emergency-ended', 'emergency-treatment', 'by-gateway'])
  check(everything.includes(kind), `the trail of the package does not hold ${kind}`);
rmSync(folder, { recursive: true });
console.log('a new key, a lock from afar, glass broken and mended, one signed for another, an account closed; the package is VALID');
process.exit(0);
