import assert from "node:assert/strict";
import { test } from "node:test";
import { foldCase } from "../protocol/fold.ts";

// What Unicode 15.1 and later added: pairs of characters that Unicode 15.0 does
// not fold, or does not have.
const later =
  /[\u{390}\u{3b0}\u{1fd3}\u{1fe3}\u{fb05}\u{fb06}\u{19b}\u{264}\u{a7cb}-\u{a7cf}\u{a7d2}-\u{a7d5}\u{a7da}-\u{a7dc}\u{1c89}\u{1c8a}\u{10d50}-\u{10d65}\u{10d70}-\u{10d85}\u{16ea0}-\u{16ed3}]/u;

test("the table folds as the engine's regular expressions do, which are of a later Unicode", () => {
  let folded = 0;
  for (let n = 0; n <= 0x10ffff; n++) {
    if (n >= 0xd800 && n < 0xe000) continue;
    const c = String.fromCodePoint(n);
    const to = foldCase(c);
    if (later.test(c)) {
      assert.equal(to, c, n.toString(16));
    } else if (to !== c) {
      folded++;
      assert.match(c, new RegExp(`^${to}$`, "iu"), n.toString(16));
    } else {
      for (const other of [c.toLowerCase(), c.toUpperCase()]) {
        if ([...other].length !== 1 || foldCase(other) === c) continue;
        assert.doesNotMatch(other, new RegExp(`^\\u{${n.toString(16)}}$`, "iu"), n.toString(16));
      }
    }
  }
  assert.ok(folded > 1000);
});

test("known pairs", () => {
  const pairs = ["aA", "sſ", "kK", "åÅ", "ßẞ", "σς", "\u{1e900}\u{1e922}", "ꭰᎠ"];
  for (const [a, b] of pairs.map((pair) => [...pair])) assert.equal(foldCase(a!), foldCase(b!), `${a}${b}`);
  for (const pair of ["iı", "iİ", "ab", "éê"]) assert.notEqual(foldCase(pair[0]!), foldCase(pair[1]!), pair);
});
