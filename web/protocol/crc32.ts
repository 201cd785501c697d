// CRC-32 as ZIP has it (ISO 3309; polynomial edb88320, reflected).

const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** The CRC-32 of bytes, or of bytes after those that `before` is the CRC-32 of. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const b of bytes) crc = table[(crc ^ b) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
