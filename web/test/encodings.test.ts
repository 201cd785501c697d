// Encodings by the examples of those who made them, and RLP that only a lenient reader takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBase32, encodeBase32 } from "../protocol/base32.ts";
import { decodeBase45, encodeBase45 } from "../protocol/base45.ts";
import { ascii, bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { crc32 } from "../protocol/crc32.ts";
import { decodeRlp, encodeRlp } from "../protocol/rlp.ts";
import { Xxh64 } from "../protocol/xxhash64.ts";

test("base45, RFC 9285", () => {
  const examples = { AB: "BB8", "Hello!!": "%69 VD92EX0", "base-45": "UJCLQE7W581", "ietf!": "QED8WEX0" };
  for (const [plain, coded] of Object.entries(examples)) {
    assert.equal(encodeBase45(ascii(plain)), coded);
    assert.deepEqual(decodeBase45(coded), ascii(plain));
  }
  for (const bad of ["GGX", ":::", "0", "0000", "::", "aa"]) assert.throws(() => decodeBase45(bad), RangeError, bad);
  assert.deepEqual(decodeBase45("FGW"), Uint8Array.of(0xff, 0xff));
});

test("base32, RFC 4648 without padding", () => {
  const examples = {
    "": "",
    f: "MY",
    fo: "MZXQ",
    foo: "MZXW6",
    foob: "MZXW6YQ",
    fooba: "MZXW6YTB",
    foobar: "MZXW6YTBOI",
  };
  for (const [plain, coded] of Object.entries(examples)) {
    assert.equal(encodeBase32(ascii(plain)), coded);
    assert.deepEqual(decodeBase32(coded), ascii(plain));
  }
  for (const bad of ["M", "MZX", "MZXW6Y", "MZ", "my", "MY======", "M1"])
    assert.throws(() => decodeBase32(bad), RangeError, bad);
});

test("crc-32 and xxh64 of known texts", () => {
  assert.equal(crc32(ascii("123456789")), 0xcbf43926);
  assert.equal(crc32(ascii("6789"), crc32(ascii("12345"))), 0xcbf43926);
  const known = { "": "ef46db3751d8e999", a: "d24ec4f1a98c6e5b", abc: "44bc2cf5ad770999" };
  for (const [text, want] of Object.entries(known)) {
    const hash = new Xxh64();
    hash.update(ascii(text));
    assert.equal(hash.digest().toString(16), want);
  }
});

test("rlp comes back as it was, and in no other form", () => {
  const long = `b838${"61".repeat(56)}`;
  const good = [
    "00",
    "7f",
    "8180",
    "80",
    "c0",
    "83616263",
    "c883636174c3646f67",
    long,
    `f83a${long}`,
    "c7c0c1c0c3c0c1c0",
  ];
  for (const hex of good) assert.equal(bytesToHex(encodeRlp(decodeRlp(hexToBytes(`0x${hex}`)))), `0x${hex}`);
  const bad = [
    ["", /cut short/],
    ["8100", /below 128/],
    ["817f", /below 128/],
    ["82aa", /cut short/],
    ["8080", /follow/],
    ["c28100", /below 128/],
    ["c281", /cut short/],
    [`b837${"61".repeat(55)}`, /short form/],
    [`b90038${"61".repeat(56)}`, /leading zero/],
    [`f837${"80".repeat(55)}`, /short form/],
    ["bfffffffffffffffff", /cut short/],
    ["b8", /cut short/],
    ["c1c0c0", /follow/],
  ] as const;
  for (const [hex, why] of bad) assert.throws(() => decodeRlp(hexToBytes(`0x${hex}`)), why, hex);
  // 20 lists in each other, of a camera's making.
  let nested = "c0";
  for (let depth = 0; depth < 20; depth++) nested = (0xc0 + nested.length / 2).toString(16) + nested;
  assert.throws(() => decodeRlp(hexToBytes(`0x${nested}`)), /deep/);
});
