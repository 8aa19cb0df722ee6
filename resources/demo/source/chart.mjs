// A few resources of the clinic's charts.
const concept = (text, code) => ({ ...(code ? { coding: [code] } : {}), text });
const subject = (p) => ({ reference: `Patient/${p.id}` });
const observation = (id, name, value, unit, low, high, when = '2026-10-30T07:40:00Z') => (p) => ({
    resourceType: 'Observation', id: `${id}-${p.mrn}`, status: 'final', code: concept(name), subject: subject(p), effectiveDateTime: when,
    valueQuantity: { value, unit }, referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
});
const order = (id, text, instruction) => (p) => ({
    resourceType: 'MedicationRequest', id: `${id}-${p.mrn}`, status: 'active', intent: 'order', medicationCodeableConcept: concept(text), subject: subject(p),
    authoredOn: '2026-05-04', dosageInstruction: [{ text: instruction }],
});

export const resources = {
    allergies: (p) => ({ resourceType: 'AllergyIntolerance', id: `allergy-${p.mrn}`, clinicalStatus: concept('active'), criticality: p.allergies[0].criticality, code: concept(p.allergies[0].substance), patient: subject(p), reaction: [{ manifestation: [concept(p.allergies[0].reaction)] }] }),
    a1c: observation('a1c', 'Haemoglobin A1c', 7.4, '%', 4.0, 5.6),
    'a1c-spring': observation('a1c-spring', 'Haemoglobin A1c', 8.2, '%', 4.0, 5.6, '2026-04-14T08:05:00Z'),
    'a1c-2025': observation('a1c-2025', 'Haemoglobin A1c', 7.9, '%', 4.0, 5.6, '2025-10-21T07:55:00Z'),
    'a1c-2024': observation('a1c-2024', 'Haemoglobin A1c', 7.1, '%', 4.0, 5.6, '2024-11-05T08:10:00Z'),
    potassium: observation('potassium', 'Potassium', 5.3, 'mmol/L', 3.5, 5.1),
    tsh: observation('tsh', 'Thyrotropin (TSH)', 9.1, 'mIU/L', 0.4, 4.0),
    venlafaxine: order('venlafaxine', 'Venlafaxine 75 mg extended-release capsule', 'One capsule every morning'),
    metformin: order('metformin', 'Metformin 1000 mg tablet', 'One tablet twice daily with food'),
    spironolactone: order('spironolactone', 'Spironolactone 25 mg tablet', 'One tablet every morning'),
};
