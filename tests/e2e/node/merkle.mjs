// RFC 9162 §2.1, by its recursive definitions.
import { createHash } from 'node:crypto';

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const leafHash = (leaf) => sha256(Buffer.of(0), leaf);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);
const split = (size) => 2 ** Math.floor(Math.log2(size - 1));

// The root that a proof for the leaf at `index` in a tree of `size` leaves leads to; nothing if it does not fit.
export function rootFromProof(leaf, index, size, proof) {
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  if (proof.length === 0) return undefined;
  const left = split(size);
  const sibling = proof.at(-1);
  const inner = index < left ? rootFromProof(leaf, index, left, proof.slice(0, -1))
                             : rootFromProof(leaf, index - left, size - left, proof.slice(0, -1));
  if (!inner) return undefined;
  return index < left ? nodeHash(inner, sibling) : nodeHash(sibling, inner);
}

// A growing log: the roots of its complete subtrees, largest first, with their sizes.
export class Peaks {
  constructor(size, roots) {
    this.stack = [];
    for (let bit = 52; bit >= 0; --bit)
      if (Math.floor(size / 2 ** bit) % 2 === 1) this.stack.push({ width: 2 ** bit, root: roots.shift() });
    if (roots.length > 0 || this.stack.some((peak) => !peak.root)) throw new Error('peaks do not fit the size');
    this.size = size;
  }

  append(leaf) {
    this.stack.push({ width: 1, root: leafHash(leaf) });
    while (this.stack.length > 1 && this.stack.at(-1).width === this.stack.at(-2).width) {
      const right = this.stack.pop();
      const left = this.stack.pop();
      this.stack.push({ width: 2 * left.width, root: nodeHash(left.root, right.root) });
    }
    this.size += 1;
  }

  root() {
    if (this.stack.length === 0) return sha256();
    return this.stack.map((peak) => peak.root).reduceRight((right, left) => nodeHash(left, right));
  }
}
