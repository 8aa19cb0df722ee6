// A few resources of the clinic's charts.
const concept = (text, code) => ({ ...(code ? { coding: [code] } : {}), text });
const subject = (p) => ({ reference: `Patient/${p.id}` });
const observation = (id, name, value, unit, low, high) => (p) => ({
    resourceType: 'Observation', id: `${id}-${p.mrn}`, status: 'final', code: concept(name), subject: subject(p), effectiveDateTime: '2026-10-30T07:40:00Z',
    valueQuantity: { value, unit }, referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
});
const order = (id, text, instruction) => (p) => ({
    resourceType: 'MedicationRequest', id: `${id}-${p.mrn}`, status: 'active', intent: 'order', medicationCodeableConcept: concept(text), subject: subject(p),
    authoredOn: '2026-05-04', dosageInstruction: [{ text: instruction }],
});

export const resources = {
    allergies: (p) => ({ resourceType: 'AllergyIntolerance', id: `allergy-${p.mrn}`, clinicalStatus: concept('active'), criticality: p.allergies[0].criticality, code: concept(p.allergies[0].substance), patient: subject(p), reaction: [{ manifestation: [concept(p.allergies[0].reaction)] }] }),
    a1c: observation('a1c', 'Haemoglobin A1c', 7.4, '%', 4.0, 5.6),
    potassium: observation('potassium', 'Potassium', 5.3, 'mmol/L', 3.5, 5.1),
    tsh: observation('tsh', 'Thyrotropin (TSH)', 9.1, 'mIU/L', 0.4, 4.0),
    venlafaxine: order('venlafaxine', 'Venlafaxine 75 mg extended-release capsule', 'One capsule every morning'),
    metformin: order('metformin', 'Metformin 1000 mg tablet', 'One tablet twice daily with food'),
    spironolactone: order('spironolactone', 'Spironolactone 25 mg tablet', 'One tablet every morning'),
};
