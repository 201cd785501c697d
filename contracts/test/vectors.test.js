// The vectors of testdata/vectors that concern contracts, replayed in Solidity: each file of each of these parts.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import {
  concat,
  decodeErrorResult,
  encodeFunctionData,
  getAddress,
  size,
  slice,
  stringToHex,
  toFunctionSelector,
  zeroHash,
} from "viem";
import { AUTHORIZATION, PERMIT, tokenDigest, walletDigest } from "./signing.js";
import { hashAccount, hashOffer, world } from "./world.js";

const FOLDER = new URL("../../testdata/vectors/", import.meta.url);

const words = (hex) => Array.from({ length: size(hex) / 32 }, (_, i) => slice(hex, 32 * i, 32 * i + 32));
const pad = (list, length) => [...list, ...Array(length - list.length).fill(zeroHash)];

/** All files of a part. A part without files is a mistake, not a success. */
function vectors(part) {
  const names = readdirSync(FOLDER).filter((name) => name.startsWith(`${part}_`) && name.endsWith(".json"));
  const all = names.map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) }));
  return all.filter((vector) => vector.part === part);
}

let w, harness, read, signing;

before(async () => {
  w = await world();
  harness = await w.viem.deployContract("BLS12381Harness");
  read = harness.read;
  signing = await w.viem.deployContract("SigningHarness");
});

/** Makes a test of each file, which gets the file's three halves. Every class that a part knows must occur. */
function replay(part, classes, check) {
  describe(part, () => {
    const all = vectors(part);
    test("has files of each class", () => {
      assert.deepEqual([...new Set(all.map((v) => v.expect))].sort(), classes);
    });
    for (const vector of all) test(vector.name, () => check(vector.in, vector.out, vector.expect));
  });
}

/** An equation: true for ok, false for verify; what is refused by its form is never true. */
async function holds(expect, call) {
  if (expect !== "parse") return assert.equal(await call(), expect === "ok");
  assert.notEqual(await call().catch((error) => assertReverted(error)), true);
}

/** Fails unless the contract refused: no error of the test's own counts. */
function assertReverted(error) {
  assert.match(error.message, /reverted|BadPoint|PointAddFailed/);
}

const placeOf = (v) => read.place([BigInt(v.chainId), v.escrow, v.product, v.tier]);

// --- the curve

replay("hash", ["ok"], async (v, out) => {
  assert.deepEqual(await read.hashToG1([v.message, stringToHex(v.dst)]), words(out.pointAffine));
});

replay("pairing", ["ok", "verify"], async (v, out, expect) => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => words(v[`${name}Affine`]));
  await holds(expect, () => read.equalPairings([a, b, c, d]));
});

describe("point", () => {
  const affine = vectors("point").filter(
    (v) => v.in.form === "affine" && v.in.group === "G1" && size(v.in.bytes) === 96,
  );
  test("has files", () => assert.ok(affine.length > 4));
  for (const vector of affine) {
    test(vector.name, async () => {
      const call = () => read.multiply([words(vector.in.bytes), 1n]);
      if (vector.expect === "ok") return assert.deepEqual(await call(), words(vector.out.affine));
      const isIdentity = BigInt(vector.in.bytes) === 0n; // which every use refuses for itself
      if (isIdentity) return assert.deepEqual(await call(), words(vector.in.bytes));
      await assert.rejects(call(), (error) => (assertReverted(error), true));
    });
  }
});

// --- releases

replay("identity", ["ok"], async (v, out) => {
  assert.equal(await placeOf(v), out.place);
  assert.deepEqual(await read.identity([out.place]), words(out.identityAffine));
});

replay("proof", ["ok", "parse", "verify"], async (v, out, expect) => {
  const at = await placeOf(v);
  if (size(v.releaseKeyAffine) !== 96) return assert.equal(expect, "parse");
  await holds(expect, () => read.isProof([at, words(v.releaseKeyAffine), BigInt(v.c), BigInt(v.z)]));
});

replay("release", ["ok", "parse", "verify"], async (v, out, expect) => {
  const at = await placeOf(v);
  const [B, Q, U] = [v.releaseKeyAffine, v.QAffine, v.releaseAffine].map(words);
  await holds(expect, () => read.isRelease([at, B, Q, U]));
});

replay("groupkey", ["ok", "parse", "verify"], async (v, out, expect) => {
  await holds(expect, () => read.isGroupKey([words(v.PAffine), words(v.QAffine)]));
});

// --- names

replay("offer", ["ok"], async (v, out) => {
  const offer = { ...v, price: 0n };
  const product = await w.viem.deployContract("OpenProduct", [offer]);
  const args = [product.address, 0, words(`0x${"00".repeat(96)}`), 0n, 0n, zeroHash, 0n, w.buyer.account.address, "0x"];
  const { errorName, args: seen } = await refusal("buy", args);
  assert.equal(errorName, "Escrow_OfferChanged");
  assert.equal(seen[0], out.offerHash, "as the escrow hashes it");
  assert.equal(hashOffer(v), out.offerHash, "as abi.encode has it");
  assert.equal(await read.account([v.publisher, v.token, v.committee, v.feeBps]), out.account);
  assert.equal(hashAccount(v), out.account);
});

replay("leaf", ["ok", "parse"], async (v, out, expect) => {
  if (expect === "parse") {
    const isLong = size(v.leaf) > 16 * 32; // abi.decode does not look behind what it needs
    if (isLong) return assert.equal((await read.decode([v.leaf])).releaseKey.length, 3);
    return assert.rejects(read.decode([v.leaf]), (error) => (assertReverted(error), true));
  }
  const leaf = await read.decode([v.leaf]);
  for (const [name, value] of Object.entries(leaf)) {
    if (name === "releaseKey") assert.deepEqual(value, words(out.releaseKeyAffine));
    else assert.equal(String(value).toLowerCase(), String(out[name]), name);
  }
  const { errorName, args } = await refusal("refund", [leaf]);
  assert.equal(errorName, "Escrow_WrongState");
  assert.equal(args[0], out.order, "as the escrow names it");
});

replay("request", ["ok", "parse"], async (v, out, expect) => {
  const { publisher, token, committee, groupKey, feeBps, confirmations } = v;
  const offer = { publisher, token, committee, groupKey, feeBps, confirmations };
  const [maxPrice, tip] = [BigInt(v.maxPrice), BigInt(v.tip)];
  const request = { ...v, releaseKey: words(v.releaseKeyAffine), offer, maxPrice, tip };
  if (expect === "parse")
    return assert.rejects(w.client.call(dirty(request)), (error) => (assertReverted(error), true));
  const chainId = BigInt(v.chainId);
  assert.equal(await read.created([v.escrow, 1n]), getAddress(out.router));
  assert.equal(await signing.read.offerHash([offer]), out.offerHash);
  assert.equal(await signing.read.hash([request, chainId, v.escrow]), out.request);
  assert.equal(size((await w.client.call(dirty(request))).data), 32, "what is in range is taken");
  assert.equal(await signing.read.digest([request, v.payer, chainId, out.router]), out.digest);
  assert.equal(walletDigest(request, v.payer, chainId, out.router), out.digest, "as a wallet has it");
  assert.equal(maxPrice + tip, BigInt(out.value));
  assert.equal(
    tokenDigest(v.domain, AUTHORIZATION, [v.payer, out.router, out.value, 0, v.deadline, out.request]),
    out.authorization,
  );
  assert.equal(tokenDigest(v.domain, PERMIT, [v.payer, out.router, out.value, v.nonce, v.deadline]), out.permit);
});

replay("contracts", ["ok"], async (v, out) => {
  assert.equal(await read.created([v.escrow, 1n]), getAddress(out.router));
  assert.equal(await read.created([v.escrow, 2n]), getAddress(out.factory));
  assert.equal(await read.created([out.factory, 1n]), getAddress(out.template));
});

replay("terms", ["ok", "parse"], async (v, out, expect) => {
  const deployable = w.factory.read.addressOf([v.terms]);
  if (expect === "parse") return assert.rejects(deployable, (error) => (assertReverted(error), true));
  await deployable;
  const [at, parties, groupKey, feeBps, tiers] = await read.productOf([v.terms, v.template, v.factory]);
  assert.equal(at, getAddress(out.address));
  assert.deepEqual(
    parties,
    [out.publisher, out.signer, out.token, out.committee].map((a) => getAddress(a)),
  );
  assert.deepEqual([groupKey, feeBps], [out.groupKey, out.feeBps]);
  assert.equal(Number(tiers), out.tiers.length);
  for (const [k, { price, supply, confirmations }] of out.tiers.entries()) {
    assert.deepEqual(await read.tierOf([v.terms, BigInt(k)]), [BigInt(price), supply, confirmations]);
  }
});

// --- the log

replay("peaks", ["ok"], async (v, out) => {
  const { result } = await harness.simulate.append([[], 0n, v.orders]);
  assert.deepEqual(result, pad(out.peaks, 32));
});

replay("order_log", ["ok", "verify"], async (v, out, expect) => {
  const { result } = await harness.simulate.proves([v.peaks, BigInt(v.index), v.order, v.path]);
  assert.equal(result, expect === "ok");
});

/** A call with a request whose numbers may be above their types. */
function dirty(request) {
  const wide = JSON.parse(JSON.stringify(signing.abi).replace(/"uint(96|40)"/g, '"uint256"'));
  const data = encodeFunctionData({ abi: wide, functionName: "hash", args: [request, 1n, request.escrow] });
  const selector = toFunctionSelector(signing.abi.find(({ name }) => name === "hash"));
  return { to: signing.address, data: concat([selector, slice(data, 4)]) };
}

/** How the escrow refuses a call: the error's name and values. */
async function refusal(functionName, args) {
  const data = encodeFunctionData({ abi: w.escrow.abi, functionName, args });
  const error = await w.client.call({ to: w.escrow.address, data, account: w.buyer.account }).then(
    () => assert.fail("not refused"),
    (e) => e.walk((cause) => cause.data !== undefined),
  );
  return decodeErrorResult({ abi: w.escrow.abi, data: error.data?.data ?? error.data });
}
