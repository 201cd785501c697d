// How tokens on a real chain can be paid with, ones that mislead among them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { type Address, parseAddress } from "../protocol/word.ts";
import { Chain } from "../terminal/chain.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import { waysOf } from "../terminal/token.ts";
import { type Anvil, startAnvil } from "./anvil.ts";
import { binding } from "./demo.ts";
import { eventually } from "./eventually.ts";

let anvil: Anvil;
let chain: Chain;
let signed: Address;
let plain: Address;
before(async () => {
  anvil = await startAnvil();
  chain = new Chain(anvil.chainId, [httpEndpoint(anvil.rpc)]);
  [signed, plain] = [await deploy("signedtoken.go"), await deploy("testtoken.go")];
});
after(() => anvil.stop());

async function deploy(file: string): Promise<Address> {
  const [from] = (await anvil.call("eth_accounts")) as string[];
  const hash = await anvil.call("eth_sendTransaction", { from, data: bytesToHex(binding(file)), gas: "0x500000" });
  const receipt = () => anvil.call("eth_getTransactionReceipt", hash) as Promise<{ contractAddress: string } | null>;
  await eventually(async () => (await receipt()) !== null);
  return parseAddress((await receipt())!.contractAddress.toLowerCase());
}

const owner = parseAddress(`0x${"0d".repeat(20)}`);
const other = parseAddress(`0x${"7e".repeat(20)}`);
const put = (at: Address, code: string): Promise<unknown> => anvil.call("anvil_setCode", bytesToHex(at), code);

test("a token that takes signatures is paid by the easiest of them", async () => {
  const { ways, known } = await waysOf(chain, signed, owner);
  assert.deepEqual(ways, ["authorization", "permit", "approval"]);
  assert.equal(known?.nonce, 0n);
});

test("a token that takes none is approved", async () => {
  assert.deepEqual((await waysOf(chain, plain, owner)).ways, ["approval"]);
});

test("a token that answers all it does not know with nothing takes no signatures", async () => {
  await put(other, "0x00"); // STOP, as a fallback that takes coin does
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["approval"]);
});

// The token, but for one view that it answers with a word of its own:
//
//   0x00  the selector is this one: jump to 0x3b
//   0x0e  delegate all else to the token's code, and answer as that does
//   0x3b  return the word
function answering(selector: string, word: string): string {
  const delegate = `365f5f375f5f365f73${bytesToHex(signed).slice(2)}5af43d5f5f3e6037573d5ffd5b3d5ff3`;
  return `0x5f3560e01c63${selector}14603b57${delegate}5b7f${word}5f5260205ff3`;
}

test("a token whose permit is of another type, as DAI's, takes none", async () => {
  const ofDai = "ea2aa0a1be11a07ed86d755c93467f4f82362b452371d1ba94d1715123511acb";
  await put(other, answering("30adf81f", ofDai)); // PERMIT_TYPEHASH()
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["authorization", "approval"]);
  const eip2612 = "6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9";
  await put(other, answering("30adf81f", eip2612));
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["authorization", "permit", "approval"]);
});

test("a token that names another authorization, or a state that is none, takes none", async () => {
  await put(other, answering("7f2eecc3", "11".repeat(32))); // RECEIVE_WITH_AUTHORIZATION_TYPEHASH()
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["permit", "approval"]);
  await put(other, answering("e94a0102", "22".repeat(32))); // authorizationState(address,bytes32)
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["permit", "approval"]);
});

test("a domain that is not the one it names is not signed in", async () => {
  await put(other, answering("3644e515", "33".repeat(32))); // DOMAIN_SEPARATOR()
  assert.deepEqual((await waysOf(chain, other, owner)).ways, ["approval"]);
});

test("an account with code approves", async () => {
  await put(owner, `0xef0100${"12".repeat(20)}`);
  assert.deepEqual((await waysOf(chain, signed, owner)).ways, ["approval"]);
});
