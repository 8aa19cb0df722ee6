// Several people at one workstation, one after the other: each has a sealed store of their own. The real programs
// on loopback.
//
//   node workstation.mjs --bin FOLDER
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './lib/programs.mjs';
import { answered, approve, openWard } from './lib/ward.mjs';

const bin = process.argv[process.argv.indexOf('--bin') + 1];
const { folder, gateway, workstation, wordOf, deskOf } = await openWard(bin, { mara: 'clinician', joel: 'clinician' });

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
const stores = readdirSync(workstation, { withFileTypes: true }).filter((e) => e.isDirectory());
check(stores.length === 2, `there are ${stores.length} stores for two people`);
for (const store of stores) {
  const place = join(workstation, store.name);
  check((statSync(place).mode & 0o77) === 0, `${place} is open to others`);
  check(!/mara|joel/.test(store.name), 'a store says whose it is');
}
const [one, other] = stores.map((store) => readFileSync(join(workstation, store.name, 'keys-0')));
check(!one.equals(other), 'two people have the same keys');
const thief = deskOf('joel');
thief.password = wordOf('mara');
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
