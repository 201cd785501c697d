// The bounds of an age header (age-encryption.org/v1, spec 6.3), which are looked
// at before it is read: without them a header could be as large as its section.

import { readExactly, type Source } from "./source.ts";

const maxBytes = 2 << 20;
const maxStanzas = 1024;
const maxArguments = 128;

/**
 * Checks the bounds of the header that a file begins with, and leaves its form
 * to whoever reads it.
 * @throws RangeError for more than 2 MiB, 1,024 stanzas, or 128 arguments after a stanza's type
 */
export async function checkAgeHeader(source: Source): Promise<void> {
  const bytes = await readExactly(source, 0, Math.min(source.size, maxBytes));
  let stanzas = 0;
  for (let at = 0; ;) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) throw new RangeError(`age header does not end within ${bytes.length} bytes`);
    const line = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4)));
    if (line.startsWith("---")) return;
    if (line.startsWith("-> ")) {
      if (++stanzas > maxStanzas) throw new RangeError(`age header has more than ${maxStanzas} stanzas`);
      checkArguments(bytes.subarray(at + 3, end));
    }
    at = end + 1;
  }
}

function checkArguments(line: Uint8Array): void {
  const count = line.reduce((n, b) => n + (b === 0x20 ? 1 : 0), 0);
  if (count > maxArguments)
    throw new RangeError(`age stanza has ${count} arguments, at most ${maxArguments} are allowed`);
}
