// Names of files: a section's, and each element of a path in a folder (spec 6.1).

import { decodeText } from "./text.ts";

const forbidden = /[/\\:*?"<>|]/;
const device = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

/**
 * Reads a name: one element of a path, 1 to 255 bytes of text, that means the
 * same file on every system.
 * @throws RangeError with what no name has
 */
export function decodeName(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new RangeError("name is empty");
  if (bytes.length > 255) throw new RangeError(`name has ${bytes.length} bytes, at most 255 are allowed`);
  const name = decodeText(bytes);
  const found = forbidden.exec(name);
  if (found) throw new RangeError(`name has the character ${found[0]}`);
  // This refuses "." and ".." too.
  if (/[. ]$/.test(name)) throw new RangeError("name ends in a dot or a space");
  if (device.test(name)) throw new RangeError(`name ${name} is a device's on windows`);
  return name;
}
