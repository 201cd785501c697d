// Style sheets with what they name beside them taken in. Where an address leads to no
// file of the product, nothing is put in its place: it leads nowhere.

import type { Beside } from "./beside.ts";
import type { Inliner } from "./inlined.ts";

const deepest = 4; // sheets that name one another

const largest = 2 << 20; // letters of a sheet in which addresses are looked for

// Bounded, and each part ends where the next begins: no text is gone over again and again.
const quoted = `"([^"\\\\\\n]*)"|'([^'\\\\\\n]*)'`;
const named = new RegExp(`url\\(\\s{0,8}(?:${quoted}|([^\\s"'()\\\\]*))\\s{0,8}\\)`, "gi");
const imported = new RegExp(
  `@import\\s{1,8}(?:url\\()?(?:${quoted}|([^\\s"'();\\\\]+)(?=[\\s;)]))([^;{}"']{0,200});`,
  "gi",
);

/** Takes files of the product into a style sheet. @param from the path of the sheet, or of its document */
export async function styleOf(text: string, from: string, beside: Beside, inliner: Inliner, depth = 0) {
  if (text.length > largest) return text;
  const whole = await replaced(text, imported, async ([, a, b, c, when = ""]) => {
    const file = beside.find(from, a ?? b ?? c ?? "")?.file;
    const sheet = file && depth < deepest ? await inliner.style(file) : undefined;
    if (sheet === undefined) return "";
    const inner: string = await styleOf(sheet, file!.path, beside, inliner, depth + 1);
    const condition = when.replace(/^\s*\)/, "").trim();
    return condition === "" ? inner : `@media ${condition}{${inner}}`;
  });
  return replaced(whole, named, async ([all, a, b, c]) => {
    const address = a ?? b ?? c ?? "";
    if (/^(data:|#)/i.test(address)) return all;
    const file = beside.find(from, address)?.file;
    const taken = file && ((await inliner.media(file, "image", "drawing")) ?? (await inliner.letters(file)));
    return `url("${taken ?? "data:,"}")`;
  });
}

async function replaced(text: string, what: RegExp, by: (found: RegExpExecArray) => Promise<string>) {
  const parts: string[] = [];
  let at = 0;
  for (const found of text.matchAll(what)) {
    parts.push(text.slice(at, found.index), await by(found));
    at = found.index + found[0].length;
  }
  return parts.join("") + text.slice(at);
}
