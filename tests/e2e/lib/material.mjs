// What is decided: the real proposals and prior-authorisation bundles where $COUNTERSIGN_DATA names them, the project's
// demo clinic and invented visits where it does not.
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

export const source = new URL('../../../', import.meta.url).pathname;
const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim());
const toProposal = (line) => ({ line, proposal: JSON.parse(line) });

// An invented visit, small, and like no other.
export function inventedProposal(number) {
  const word = createHash('sha256').update(`visit ${number}`).digest('hex').slice(0, 20);
  const spoken = `Doctor: keep the blue folder ${word} at home. Patient: I will, and I come back in May.`;
  const proposal = {
    schema: 'countersign.proposal/1',
    id: `invented-${number}`,
    workflow: 'clinical-documentation',
    action: { type: 'note.file', title: 'Visit note', effect: 'Files this note in the chart as the record of the visit.' },
    agent: { id: 'scribe', version: '1', model: 'none: invented' },
    patient: { id: `pt-${number}`, family: `Testperson-${word}`, given: 'Invented', birthDate: '1950-01-01' },
    proposedAt: '2026-11-02T09:00:00Z',
    draft: {
      kind: 'note',
      sections: [{
        id: 's1',
        title: 'Plan',
        statements: [
          { id: 'st1', text: `Keeps the blue folder ${word} at home.` },
          { id: 'st2', text: 'Comes back in May.' },
        ],
      }],
    },
    sources: [{
      id: 'visit', kind: 'transcript', title: 'Visit', patientId: `pt-${number}`, mediaType: 'text/plain', read: true,
      content: spoken,
    }],
    trace: [], risk: {},
  };
  return { line: JSON.stringify(proposal), proposal };
}

// What a folder of bundles holds of requests; each twice more with another patient's name and other ids, because the
// published ones are few.
function requestBundles(folders, target) {
  mkdirSync(target, { recursive: true });
  let count = 0;
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      const bundle = JSON.parse(text);
      if (bundle.resourceType !== 'Bundle' || bundle.entry?.[0]?.resource?.resourceType !== 'Claim') continue;
      for (let copy = 0; copy < 3; ++copy) {
        const twin = copy === 0 ? bundle : variant(structuredClone(bundle), copy);
        writeFileSync(join(target, `${basename(name, '.json')}-${copy}.json`), JSON.stringify(twin));
        ++count;
      }
    }
  return { folder: target, count };
}
function variant(bundle, copy) {
  if (bundle.id) bundle.id += `-v${copy}`;
  bundle.identifier = { ...(bundle.identifier ?? { system: 'urn:test' }), value: `variant-${copy}-${bundle.id ?? ''}` };
  for (const { resource } of bundle.entry) {
    if (resource.resourceType === 'Claim')
      for (const identifier of resource.identifier ?? []) identifier.value = `${identifier.value ?? 'claim'}-v${copy}`;
    if (resource.resourceType === 'Patient') resource.name = [{ family: `Vonderheyden-Variant-${copy}`, given: ['Twin'] }];
  }
  return bundle;
}

export function material(folder) {
  const data = process.env.COUNTERSIGN_DATA;
  if (data && existsSync(join(data, 'proposals'))) {
    const files = readdirSync(join(data, 'proposals')).filter((file) => file.endsWith('.ndjson'));
    const proposals = files.flatMap((file) => linesOf(join(data, 'proposals', file)).map(toProposal));
    const bundles = requestBundles(['pas-ig', 'pas-inferno'].map((name) => join(data, 'prior-auth', name)), join(folder, 'bundles'));
    return { proposals, bundles, what: `${files.length} files of real proposals` };
  }
  console.log('COUNTERSIGN_DATA is not set: real proposals and published bundles are left out.');
  const demo = linesOf(join(source, 'resources/demo/clinic.ndjson')).map(toProposal);
  // Faxed pages are blobs that this run does not upload.
  const whole = demo.filter(({ proposal }) => !proposal.sources.some((one) => one.blob));
  const invented = Array.from({ length: 40 }, (_, number) => inventedProposal(number));
  return { proposals: [...whole, ...invented], bundles: { count: 0 }, what: 'the demo clinic and invented visits' };
}

// Text that must not be found in any file: a name and a sentence of each.
export function canariesOf({ proposal }) {
  const statements = (proposal.draft.sections ?? []).flatMap((section) => section.statements);
  const longest = statements.map((one) => one.text).sort((a, b) => b.length - a.length)[0] ?? '';
  const texts = [longest.slice(0, 40), (proposal.sources[0]?.content ?? '').slice(0, 40)];
  return texts.filter((text) => text.length >= 24);
}
