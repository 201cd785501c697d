// Names of what a terminal writes beside a wrap's sections, which no section has.

import { foldCase } from "../protocol/fold.ts";

/** The name of the agreement (spec 6.6). */
export const agreementName = "rights.json";

/** The name of a section's own bytes, where its release program made no product of them. */
export function rawName(sections: readonly string[], n: number): string {
  const name = `${sections[n]}.raw`;
  const first = new TextEncoder().encode(name).length > 255 ? `section-${n}.raw` : name;
  return free(sections, first, (i) => `section-${n}-${i}.raw`);
}

/** The name of the proof that section n is a fraud. */
export function proofName(sections: readonly string[], n: number): string {
  return free(sections, `fraud-${n}.json`, (i) => `fraud-${n}-${i}.json`);
}

/** Whether a section is in the agreement's way, also where cases of letters are not told apart. */
export function isReserved(section: string): boolean {
  return foldCase(section) === foldCase(agreementName);
}

function free(sections: readonly string[], first: string, other: (i: number) => string): string {
  const taken = new Set(sections.map(foldCase));
  let name = first;
  for (let i = 1; taken.has(foldCase(name)); i++) name = other(i);
  return name;
}
