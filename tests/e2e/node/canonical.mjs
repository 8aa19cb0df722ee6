// RFC 8785 for the values that the contract allows: integers, strings, lists, objects, true, false, null.

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort(); // by UTF-16 code units, as the RFC asks
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('a number that is no integer');
  return JSON.stringify(value);
}

// The value, when the text is its own canonical form: which also rules out members given twice and blanks.
export function readCanonical(text) {
  const value = JSON.parse(text);
  if (canonical(value) !== text) throw new Error('not in canonical form');
  return value;
}
