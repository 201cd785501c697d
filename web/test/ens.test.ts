// Names of addresses: true answers of the registry's contracts, and false ones.

import assert from "node:assert/strict";
import { test } from "node:test";
import { namehash as otherNamehash } from "viem";
import { parseAddress } from "../protocol/word.ts";
import { bytesToHex } from "../protocol/bytes.ts";
import { isPlain, namehash, primaryName } from "../page/keep/ens.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import { type Records, serveNames, zeroAddress } from "./names.ts";
import { serve } from "./servers.ts";

const address = "0xd8da6bf26964af9d7eed9e03e53415d37aa96045";
const other = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";

async function nameAt(...all: readonly Partial<Records>[]): Promise<string | undefined> {
  const servers = await Promise.all(all.map((records) => serveNames({ address, ...records })));
  try {
    return await primaryName(
      servers.map(({ url }) => httpEndpoint(url)),
      parseAddress(address),
    );
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

test("names are hashed as another software hashes them", () => {
  for (const name of ["", "eth", "lamps.example.eth", "a-1.b.eth"])
    assert.equal(bytesToHex(namehash(name)), otherNamehash(name));
});

test("a name that its owner gives to the address is its name", async () => {
  assert.equal(await nameAt({}), "lamps.example.eth");
});

test("a name that is another's, or nobody's, is not shown", async () => {
  assert.equal(await nameAt({ owner: other }), undefined, "it is another's");
  assert.equal(await nameAt({ owner: zeroAddress }), undefined);
  assert.equal(await nameAt({ unresolved: true }), undefined);
  assert.equal(await nameAt({ unnamed: true }), undefined);
});

test("a name that looks like another is not shown", async () => {
  const alike = [
    "vitalіk.eth",
    "Lamps.eth",
    "lamps..eth",
    "lamps",
    ".eth",
    "xn--lmps-loa.eth",
    "a b.eth",
    "lamps_.eth",
  ];
  for (const name of [...alike, "x".repeat(260) + ".eth"]) assert.ok(!isPlain(name), name);
  assert.equal(await nameAt({ name: "lаmps.eth" }), undefined); // with a Cyrillic a
  assert.ok(isPlain("lamps-2.example.eth"));
});

test("an endpoint of another chain is asked for no name, and the next one is", async () => {
  assert.equal(await nameAt({ chainId: "0x2105" }), undefined);
  assert.equal(await nameAt({ chainId: "0x2105" }, {}), "lamps.example.eth");
  assert.equal(await primaryName([], parseAddress(address)), undefined);
});

test("answers that are no answers give no name", async () => {
  for (const result of ["0x", "0x01", "hello", `0x${"ff".repeat(32)}`, `0x${"00".repeat(31)}20${"ff".repeat(32)}`]) {
    const server = await serve((request, response) => {
      request.resume();
      response.end(
        JSON.stringify([
          { id: 0, result: "0x1" },
          { id: 1, result },
        ]),
      );
    });
    try {
      assert.equal(await primaryName([httpEndpoint(server.url)], parseAddress(address)), undefined, result);
    } finally {
      await server.close();
    }
  }
});
