// Text of invented words, the common ones far more often than others as in any
// language, always the same.

/** So many bytes of it. */
export function babble(size: number): Uint8Array {
  const next = generator(1);
  const words = Array.from({ length: 4096 }, () => wordOf(next));
  const out = Buffer.alloc(size, " ");
  for (let at = 0; at < size;) {
    const rank = Math.floor(4096 ** (next() / 2 ** 32)) - 1; // after Zipf: of rank r by 1/r
    at += out.write(words[rank]!, at, "latin1");
  }
  return new Uint8Array(out.buffer, out.byteOffset, size);
}

function wordOf(next: () => number): string {
  const length = 2 + (next() % 9);
  return String.fromCharCode(...Array.from({ length }, () => 97 + (next() % 26)), 32);
}

/** Numbers of 32 bits (xorshift32, Marsaglia 2003). */
function generator(state: number): () => number {
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}
