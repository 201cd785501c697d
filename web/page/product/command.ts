// How to buy with the command line, in the very words to type.

import { idOf, type Scanned } from "../scan/scanned.ts";

/** The name of the file that a code is saved as. */
export function codeFile(scanned: Scanned): string {
  return `shrinkwrap-${idOf(scanned).slice(2, 10)}.txt`;
}

/** The line that buys a tier. */
export function buyCommand(scanned: Scanned, tier: number): string {
  const file = scanned.origin.kind === "file" ? scanned.origin.name : codeFile(scanned);
  // A name that begins with a dash would be an option.
  const path = file.startsWith("-") ? `./${file}` : file;
  const tiers = scanned.header.content.tiers;
  return `shrinkwrap buy ${quoted(path)}${tiers.length > 1 ? ` --tier ${tierWord(scanned, tier)}` : ""}`;
}

/** A tier's name where it is plain and its alone, else its number. */
function tierWord({ header: { content } }: Scanned, tier: number): string {
  const { name } = content.tiers[tier]!;
  const alone = content.tiers.filter((other) => other.name === name).length === 1;
  return alone && /^[a-z][a-z0-9._-]*$/i.test(name) ? name : String(tier);
}

/** A word for a POSIX shell. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
