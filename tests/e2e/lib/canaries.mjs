// Looks for text in files as it might leak: UTF-8, UTF-16 of both orders, base64 in its three phases.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const needleBytes = 16;

function forms(text) {
  const wide = Buffer.from(text, 'utf16le');
  const big = Buffer.from(wide).swap16();
  const base64 = [0, 1, 2].map((phase) => {
    const whole = Buffer.concat([Buffer.alloc(phase), Buffer.from(text)]).toString('base64');
    return Buffer.from(whole.slice(Math.ceil((phase * 8) / 6), whole.length - 4));
  });
  return [Buffer.from(text), wide, big, ...base64].filter((form) => form.length >= needleBytes);
}

export class CanarySearch {
  #bits = new Uint8Array(1 << 21);
  #needles = new Map();
  count = 0;

  add(text) {
    for (const form of forms(text)) {
      const needle = form.subarray(0, needleBytes);
      const key = (needle[0] << 16) | (needle[1] << 8) | needle[2];
      this.#bits[key >> 3] |= 1 << (key & 7);
      this.#needles.set(key, [...(this.#needles.get(key) ?? []), needle]);
    }
    ++this.count;
  }

  // How many of the needles' places the bytes hold.
  hitsIn(bytes) {
    let hits = 0;
    for (let i = 0; i + needleBytes <= bytes.length; ++i) {
      const key = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
      if ((this.#bits[key >> 3] & (1 << (key & 7))) === 0) continue;
      for (const needle of this.#needles.get(key))
        if (bytes.compare(needle, 0, needleBytes, i, i + needleBytes) === 0) ++hits;
    }
    return hits;
  }

  // [{file, hits}] of those with any, and the totals.
  scan(folder) {
    const result = { files: 0, bytes: 0, leaks: [] };
    const visit = (path) => {
      const info = statSync(path);
      if (info.isDirectory()) return readdirSync(path).forEach((name) => visit(join(path, name)));
      const hits = this.hitsIn(readFileSync(path));
      ++result.files;
      result.bytes += info.size;
      if (hits > 0) result.leaks.push({ file: path, hits });
    };
    visit(folder);
    return result;
  }
}
