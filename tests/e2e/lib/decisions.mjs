// What the reviewer of the end-to-end run decides: every verdict in its turn, on whatever draft is at hand.
const edits = (draft) => {
  const edited = structuredClone(draft);
  const statement = (edited.sections ?? []).flatMap((section) => section.statements)[0];
  if (!statement) return undefined;
  statement.text += ' Confirmed with the patient.';
  return edited;
};

const turns = ['approve', 'approve-edited', 'reject', 'approve', 'return', 'approve-edited', 'respond', 'approve'];

export function decisionFor(item, turn) {
  let verdict = turns[turn % turns.length];
  const edited = verdict === 'approve-edited' ? edits(item.draft) : undefined;
  if (verdict === 'approve-edited' && (!edited || item.draft.kind === 'tool-call')) verdict = 'approve';
  if (verdict === 'approve' || verdict === 'approve-edited') return { verdict, ...(edited && { edited }) };
  if (verdict === 'respond') return { verdict, comment: 'The visit answers this: see the transcript.' };
  return refusal(verdict, item);
}

const refusal = (verdict, item) => ({
  verdict,
  reasons: [{ code: reasonFor(item.draft) }],
  comment: 'See the marked statement.',
});

// What becomes of an item whose stop findings hold its approval up.
export const rejectionOf = (item) => refusal('reject', item);

// core/domain/reason_codes: left out, and missing document.
function reasonFor(draft) {
  return draft.kind === 'note' ? 'N06' : draft.kind === 'prior-auth' ? 'P01' : 'N26';
}

export const approves = (verdict) => verdict === 'approve' || verdict === 'approve-edited';
