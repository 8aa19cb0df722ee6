// Makes ../clinic.ndjson of the clinic's sources: node make_clinic.mjs. Positions are code points, digests are of UTF-8.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { people } from './people.mjs';
import { visits } from './visits.mjs';
import { requests } from './requests.mjs';
import { intakes } from './intakes.mjs';
import { resources } from './chart.mjs';

const now = Date.parse('2026-11-02T09:00:00Z');
const at = (minutes) => new Date(now + minutes * 60000).toISOString().replace('.000Z', 'Z');
const sha = (data) => 'sha256:' + createHash('sha256').update(data).digest('hex');
const points = (text) => [...text].length;

const agents = {
    note: { id: 'scribe', version: '2.1', model: 'scribe-llm 2.1', promptDigest: sha('demo clinic: scribe') },
    pa: { id: 'authorizer', version: '1.4', model: 'authorizer-llm 1.4', promptDigest: sha('demo clinic: authorizer') },
    intake: { id: 'frontdesk', version: '0.9', model: 'frontdesk-llm 0.9', promptDigest: sha('demo clinic: frontdesk') },
};

function quote(source, exact) {
    const position = source.content.indexOf(exact);
    if (position < 0) throw new Error(`not in ${source.id}: ${exact}`);
    const start = points(source.content.slice(0, position));
    return { sourceId: source.id, selector: { type: 'TextQuoteSelector', exact, start, end: start + points(exact) } };
}

const text = (id, kind, title, content, person, minutes) => ({
    id, kind, title, ...(kind === 'payer-policy' ? {} : { patientId: person.id }), recordedAt: at(minutes), retrievedAt: at(minutes + 2),
    mediaType: 'text/plain', read: true, content, digest: sha(content), language: 'en',
});

function chartSource(id, person) {
    const resource = resources[id](person);
    const content = JSON.stringify(resource, null, 2);
    return { id, kind: 'fhir', title: resource.title ?? titleOf(resource), patientId: person.id, recordedAt: at(-2000), retrievedAt: at(-10), version: '1',
        reference: `${resource.resourceType}/${resource.id}`, mediaType: 'application/fhir+json', read: true, content, digest: sha(content) };
}
const titleOf = (r) => ({ AllergyIntolerance: 'Allergies', MedicationRequest: 'Medication order', Observation: 'Laboratory result' })[r.resourceType];
const unreadSource = ([id, title, unreadReason], person) => ({ id, kind: 'document', title, patientId: person.id, read: false, unreadReason });

function envelope(person, key, workflow, action, agent, draft, sources, more) {
    const { minutesAgo, tier, ...rest } = more;
    return { schema: 'countersign.proposal/1', id: key, workflow, action, agent, patient: person, proposedAt: at(-minutesAgo), draft, sources,
        trace: [
            { seq: 0, at: at(-minutesAgo - 4), tool: 'chart.read', kind: 'read', purpose: 'Read what the draft rests on', sourceIds: sources.filter((s) => s.read).map((s) => s.id), phi: 'minimum', status: 'ok' },
            { seq: 1, at: at(-minutesAgo - 1), tool: 'draft.write', kind: 'compute', purpose: 'Write the draft', phi: 'none', status: 'ok' },
        ],
        risk: { tier: tier ?? 'moderate', samd: 'administrative' }, ...rest };
}

let count = 0;
const statement = (words, citations, options = {}) => ({ id: `st${++count}`, text: words, style: 'sentence', ...(citations.length ? { citations } : {}), ...(options.basis ? { basis: options.basis } : { basis: 'stated' }) });

function visitItem(v) {
    const person = people[v.person];
    const visit = text('visit', 'transcript', 'Visit conversation', v.talk, person, -v.minutesAgo - 20);
    const sources = [visit, ...(v.chart ?? []).map((id) => chartSource(id, person)), ...(v.unread ?? []).map((u) => unreadSource(u, person))];
    const cite = (exact, also) => [...(exact ? [quote(visit, exact)] : []), ...(also ? [{ sourceId: also[0], selector: { type: 'FhirPathSelector', path: also[1], exact: also[2] } }] : [])];
    count = 0;
    const sections = v.sections.map(([title, lines], i) => ({ id: `s${i + 1}`, title, statements: lines.map(([words, exact, options]) => statement(words, cite(exact, options?.also), options)) }));
    return envelope(person, v.key, 'clinical-documentation', { type: 'note.file', title: v.title, effect: 'Files this note in the chart as the record of the visit.', reversible: true, rollback: 'The note is marked entered in error and an addendum is filed.' },
        agents.note, { kind: 'note', language: 'en', sections }, sources,
        { minutesAgo: v.minutesAgo, tier: v.tier, encounter: { id: `enc-${v.key}`, start: at(-v.minutesAgo - 20), class: 'AMB' }, deadline: { clinicalAt: at(v.dueIn), basis: 'Notes are signed on the day of the visit.' } });
}

function pasBundle(r, person) {
    const entry = (resource) => ({ fullUrl: `urn:countersign:demo:${resource.resourceType}/${resource.id}`, resource });
    const ref = (type, id) => ({ reference: `${type}/${id}` });
    return JSON.stringify({ resourceType: 'Bundle', id: r.key, type: 'collection', timestamp: at(-r.minutesAgo), entry: [
        entry({ resourceType: 'Claim', id: `claim-${r.key}`, status: 'active', use: 'preauthorization', type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
            patient: ref('Patient', person.id), created: at(-r.minutesAgo).slice(0, 10), insurer: ref('Organization', 'payer'), provider: ref('Organization', 'clinic'), priority: { coding: [{ code: r.tier === 'critical' ? 'stat' : 'normal' }] },
            diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', ...r.diagnosis }] } }],
            insurance: [{ sequence: 1, focal: true, coverage: ref('Coverage', `coverage-${person.id}`) }],
            item: [{ sequence: 1, diagnosisSequence: [1], productOrService: { coding: [r.service] }, quantity: { value: r.quantity, unit: r.unit } }] }),
        entry({ resourceType: 'Patient', id: person.id, identifier: [{ value: person.mrn }], name: [{ family: person.family, given: [person.given] }], birthDate: person.birthDate, gender: person.sex }),
        entry({ resourceType: 'Coverage', id: `coverage-${person.id}`, status: 'active', beneficiary: ref('Patient', person.id), payor: [ref('Organization', 'payer')] }),
        entry({ resourceType: 'Organization', id: 'payer', name: 'Meridian Health' }),
        entry({ resourceType: 'Organization', id: 'clinic', name: 'Harbour Street Clinic' }),
    ] }, null, 2);
}

function requestItem(r) {
    const person = people[r.person];
    const sources = r.notes.map(([id, title, content, kind]) => text(id, kind ?? 'note', title, content, person, -r.minutesAgo - 3000));
    const bundle = pasBundle(r, person);
    const of = (id) => sources.find((s) => s.id === id);
    count = 0;
    const facts = [
        statement(`Requested: ${r.service.display}, ${r.quantity} ${r.unit}.`, []),
        statement(`Diagnosis: ${r.diagnosis.display} (${r.diagnosis.code}).`, []),
    ].map((s) => ({ ...s, style: 'table-row', basis: 'boilerplate' }));
    const letter = r.letter.map(([words, id, exact, options]) => statement(words, id ? [quote(of(id), exact)] : [], options));
    const criteria = r.criteria.map(([words, status, id, exact], i) => ({ id: `c${i + 1}`, text: words, status, sourceId: 'policy', ...(id && exact ? { citations: [quote(of(id), exact)] } : {}) }));
    return envelope(person, r.key, 'prior-authorization', { type: 'prior-auth.submit', title: r.title, effect: 'Sends this request to Meridian Health for a decision on coverage.', reversible: true, rollback: 'The request is cancelled with the payer.' },
        agents.pa, { kind: 'prior-auth', bundle, criteria, sections: [{ id: 's1', title: 'Request', statements: facts }, { id: 's2', title: 'Statement of medical necessity', statements: letter }] }, sources,
        { minutesAgo: r.minutesAgo, tier: r.tier, deadline: { payerAt: at(r.payerIn), basis: 'The payer answers within its own time limit.' } });
}

function intakeItem(n) {
    const person = people[n.person];
    const faxed = n.fax !== undefined;
    const source = faxed
        ? { id: 'fax', kind: 'document', title: n.title.replace('Intake: f', 'F'), patientId: person.id, recordedAt: at(-n.minutesAgo - 200), retrievedAt: at(-n.minutesAgo - 5), mediaType: 'image/tiff', read: true, blob: sha(readFileSync(`../blobs/${n.fax}.tif`)), pageTexts: n.pages, expectedPages: n.pages.length }
        : text('form', n.key === 'intake-brandt' ? 'message' : 'note', n.key === 'intake-brandt' ? 'Message from the patient' : 'Form filled in by the patient', n.form, person, -n.minutesAgo - 30);
    const cite = (exact, page) => (!exact ? [] : faxed ? [{ sourceId: 'fax', selector: { type: 'PageSelector', page, exact } }] : [quote(source, exact)]);
    count = 0;
    const statements = n.lines.map(([words, exact, options]) => ({ ...statement(words, cite(exact, options?.page), options), style: 'bullet' }));
    return envelope(person, n.key, 'patient-intake', { type: 'intake.update', title: n.title, effect: 'Writes these lines into the patient record.', reversible: true, rollback: 'The earlier lines are restored.' },
        agents.intake, { kind: 'note', language: 'en', sections: [{ id: 's1', title: 'To be written into the record', statements }] }, [source],
        { minutesAgo: n.minutesAgo, tier: n.tier });
}

const items = [...visits.map(visitItem), ...requests.map(requestItem), ...intakes.map(intakeItem)];
writeFileSync('../clinic.ndjson', items.map((i) => JSON.stringify(i)).join('\n') + '\n');
const tally = (f) => JSON.stringify(items.reduce((a, i) => ({ ...a, [f(i)]: (a[f(i)] ?? 0) + 1 }), {}));
console.log(`${items.length} items of ${new Set(items.map((i) => i.patient.id)).size} patients; ${tally((i) => i.workflow)}; ${tally((i) => i.risk.tier)}`);
