// How the floors and rooms of web import one another, and what no file of the page
// does: by the words of the sources themselves.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../", import.meta.url));
const floors = ["page", "terminal", "protocol"];

/** The page's floors, the highest first: rooms, and the files that stand beside them. */
const rooms: readonly (readonly string[])[] = [
  ["main.ts"],
  ["scanscreen.ts", "productscreen.ts", "purchasescreen.ts"],
  ["wait", "open", "copies.ts"],
  ["pay"],
  ["terminals.ts"],
  ["nodes.ts", "panel.ts"],
  ["goods.ts", "attempts.ts"],
  ["keep"],
  ["product"],
  ["purchased.ts"],
  ["scan"],
  [
    ...[
      "element.ts",
      "screen.ts",
      "words.ts",
      "times.ts",
      "size.ts",
      "address.ts",
      "amount.ts",
      "chain.ts",
      "deployment.ts",
    ],
    ...["copying.ts", "framed.ts", "kinds.ts", "saving.ts", "offline.ts", "refusal.ts", "serviceworker.ts"],
  ],
];

/** A source, and what it imports: its own files by their path below web, others by their name. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const importing = /\b(?:from|import|import\(|new URL\()\s*"([^"\s]+)"/g;

function sourceOf(path: string): Source {
  const text = readFileSync(join(web, path), "utf8");
  const named = [...text.matchAll(importing)].map(([, name]) => name!);
  const imports = named.filter((name) => name !== ".").map((name) => target(path, name));
  return { path, text, imports };
}

const target = (path: string, name: string): string =>
  name.startsWith(".") ? relative(web, join(web, dirname(path), name)) : name;
const sources = globSync(
  floors.map((floor) => `${floor}/**/*.ts`),
  { cwd: web },
).map(sourceOf);
const floorOf = (path: string): number => floors.indexOf(path.split("/")[0]!);
const isOwn = (name: string): boolean => floorOf(name) >= 0;

/** All that sources do and may not, as "path: what". */
function wrongs(of: readonly Source[], wrong: (source: Source) => readonly string[]): string[] {
  return of.flatMap((source) => wrong(source).map((what) => `${source.path}: ${what}`));
}

test("there are sources, and their imports are read", () => {
  assert.ok(sources.length > 200, `${sources.length} sources`);
  const main = sources.find(({ path }) => path === "page/main.ts");
  assert.ok(main?.imports.includes("page/purchasescreen.ts"), "an import() is not read");
  assert.ok(main?.imports.includes("page/keep/library.ts"));
});

test("the page imports the terminal, the terminal the protocol, and nothing runs back", () => {
  const back = ({ path, imports }: Source): string[] =>
    imports.filter((name) => isOwn(name) && floorOf(name) < floorOf(path));
  assert.deepEqual(wrongs(sources, back), []);
});

test("what runs in browsers imports nothing of Node's, and libraries by their names", () => {
  const known = ["@noble/curves/", "@noble/hashes/", "@noble/ciphers/", "@scure/base", "age-encryption", "qr"];
  const strange = ({ imports }: Source): string[] =>
    imports.filter((name) => !isOwn(name) && !known.some((library) => name.startsWith(library)));
  assert.deepEqual(wrongs(sources, strange), []);
});

test("protocol and terminal know no document", () => {
  const dom =
    /\b(?:window|localStorage|indexedDB|navigator|location)\.|\bdocument\.(?:\w*[eE]lement\w*|querySelector\w*|body|head|title|cookie|addEventListener)\b|\bHTML\w*Element\b/g;
  const below = sources.filter(({ path }) => floorOf(path) > 0);
  const found = ({ text }: Source): string[] => [...codeOf(text).matchAll(dom)].map(([word]) => word);
  assert.deepEqual(wrongs(below, found), []);
});

test("rooms of the page import those below them alone", () => {
  const place = (path: string): number => {
    const room = path.split("/")[1]!;
    const floor = rooms.findIndex((names) => names.includes(room));
    assert.ok(floor >= 0, `${path} is in no room that is drawn here`);
    return floor;
  };
  const page = sources.filter(({ path }) => path.startsWith("page/"));
  const up = ({ path, imports }: Source): string[] => {
    const own = imports.filter((name) => name.startsWith("page/") && name.endsWith(".ts"));
    const room = path.split("/")[1]!;
    const inside = (name: string): boolean => name.split("/")[1] === room || place(path) === rooms.length - 1;
    return own.filter((name) => (inside(name) ? place(name) < place(path) : place(name) <= place(path)));
  };
  assert.deepEqual(wrongs(page, up), []);
});

test("nothing becomes markup or a script that was a text", () => {
  const making =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|document\.write\w*)\b|\beval\(|\bnew Function\b|\bFunction\(/g;
  const found = ({ text }: Source): string[] => [...codeOf(text).matchAll(making)].map(([word]) => word);
  assert.deepEqual(wrongs(sources, found), []);
});

test("strangers are asked over HTTP in two places, each with bounds and without redirects", () => {
  const asking = /(?<![.#\w])fetch\(|\bXMLHttpRequest\b|\bnew (?:WebSocket|EventSource)\b|\bsendBeacon\b/g;
  const asks = sources.filter(({ text }) => codeOf(text).search(asking) >= 0);
  // The service worker asks for the page's own files, and passes on what others ask for.
  assert.deepEqual(asks.map(({ path }) => path).sort(), [
    "page/keep/download.ts",
    "page/serviceworker.ts",
    "terminal/fetching.ts",
  ]);
  for (const { path, text } of asks)
    if (path !== "page/serviceworker.ts")
      assert.match(text, /fetch\((?:query\.)?url, \{[^}]*\.\.\.guarded/, `${path} asks without its guard`);
});

/** A source without its comments, whose words are no code. */
function codeOf(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)\/\/.*$/gm, "");
}
