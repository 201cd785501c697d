// Payment requests: their bytes, links and typed data beside another library's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { encodeFunctionData, hashTypedData, parseAbi, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { bytesToHex, hexToBytes, integer } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { parseLeaf } from "../protocol/leaf.ts";
import { offerHash } from "../protocol/offer.ts";
import { releaseKey } from "../protocol/key.ts";
import { affineG1 } from "../protocol/point.ts";
import { prove } from "../protocol/proof.ts";
import { type Request, requestHash, valueOf } from "../protocol/request.ts";
import { termsBytes } from "../protocol/terms.ts";
import { structHash } from "../protocol/typeddata.ts";
import { keccak } from "../protocol/hashing.ts";
import { word } from "../protocol/abi.ts";
import { parseAddress, toAddress, toHash } from "../protocol/word.ts";
import { checksummed, dataOf, linkOf } from "../terminal/calldata.ts";
import { bond, claimCall, disputableUntil, disputeCall, halfTime, refundCall, windowsOf } from "../terminal/dispute.ts";
import { offerOfListing } from "../terminal/listing.ts";
import { approveCall, buyCall, deployAndBuyCall, type PurchaseTerms, words } from "../terminal/payment.ts";
import {
  authorizationToSign,
  buyWithAuthorizationCall,
  buyWithPermitCall,
  compact,
  parseVrs,
  permitToSign,
  requestToSign,
  type TokenDomain,
} from "../terminal/signing.ts";
import { readAddress } from "../terminal/account.ts";
import type { Failure } from "../terminal/failure.ts";
import { wordsOf } from "../terminal/signingwords.ts";
import { madeUp } from "./listings.ts";

const leafType =
  "struct Leaf { address product; uint8 tier; uint32 index; uint40 time; address payer; address refundTo; address publisher; address token; address committee; uint16 feeBps; uint8 confirmations; bytes32 groupKey; uint96 amount; bytes32[3] releaseKey; }";
const abi = parseAbi([
  leafType,
  "struct Conditions { address publisher; address token; address committee; bytes32 groupKey; uint16 feeBps; uint8 confirmations; }",
  "struct Request { address product; uint8 tier; bytes32[3] releaseKey; Conditions offer; uint96 maxPrice; address refundTo; bytes data; uint96 tip; uint40 deadline; }",
  "function buy(address product, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data)",
  "function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data)",
  "function approve(address spender, uint256 amount)",
  "function dispute(Leaf leaf, bytes32[] path, uint256 c, uint256 z)",
  "function refund(Leaf leaf)",
  "function claimTo(address token, address to)",
  "function buyWithPermit(Request request, address payer, uint256 c, uint256 z, bytes signature, uint8 v, bytes32 r, bytes32 s, bytes terms)",
  "function buyWithAuthorization(Request request, address payer, uint256 c, uint256 z, uint8 v, bytes32 r, bytes32 s, bytes terms)",
]);

const listing = madeUp({ token: toAddress(new Uint8Array(20).fill(3)) });
const { place } = listing;
const key = releaseKey(new Uint8Array(32).fill(7), place, 0);
const proof = prove(key, place, new Uint8Array(32).fill(9));
const refundTo = toAddress(new Uint8Array(20).fill(0xb5));
const terms: PurchaseTerms = { maxPrice: 1_100_000n, refundTo, data: Uint8Array.of(1, 2, 3) };
const triple = (bytes: Uint8Array): readonly [`0x${string}`, `0x${string}`, `0x${string}`] => [
  toHex(bytes.slice(0, 32)),
  toHex(bytes.slice(32, 64)),
  toHex(bytes.slice(64)),
];
const shared = [
  place.tier,
  triple(affineG1(key.B)),
  proof.c,
  proof.z,
  toHex(offerHash(offerOfListing(listing))),
  terms.maxPrice,
  toHex(refundTo),
  toHex(terms.data),
] as const;

test("the bytes of calls are those of another encoder", () => {
  const buy = buyCall(listing, key.B, proof, terms);
  const args = [toHex(place.product), ...shared] as const;
  assert.equal(bytesToHex(dataOf(buy)), encodeFunctionData({ abi, functionName: "buy", args }));
  const deploy = deployAndBuyCall(listing, key.B, proof, terms);
  const deployed = [toHex(termsBytes(listing.terms)), ...shared] as const;
  assert.equal(bytesToHex(dataOf(deploy)), encodeFunctionData({ abi, functionName: "deployAndBuy", args: deployed }));
  assert.deepEqual(deploy.to, contractsOf(place.escrow).router);
  const approve = approveCall(listing, place.escrow, terms.maxPrice);
  const allowed = [toHex(place.escrow), terms.maxPrice] as const;
  assert.equal(bytesToHex(dataOf(approve)), encodeFunctionData({ abi, functionName: "approve", args: allowed }));
  assert.deepEqual(approve.to, listing.terms.token);
});

const leaf = parseLeaf(
  hexToBytes(
    (
      JSON.parse(readFileSync(new URL("../../testdata/vectors/leaf_ok.json", import.meta.url), "utf8")) as {
        in: { leaf: string };
      }
    ).in.leaf,
  ),
);
const solidityLeaf = {
  ...leaf,
  product: toHex(leaf.product),
  payer: toHex(leaf.payer),
  refundTo: toHex(leaf.refundTo),
  publisher: toHex(leaf.publisher),
  token: toHex(leaf.token),
  committee: toHex(leaf.committee),
  groupKey: toHex(leaf.groupKey),
  releaseKey: triple(leaf.releaseKey),
};

test("the bytes of a dispute, a refund and a claim are those of another encoder", () => {
  const at = { chainId: 1, escrow: place.escrow };
  const path = [toHash(new Uint8Array(32).fill(1)), toHash(new Uint8Array(32).fill(2))];
  const dispute = disputeCall(at, leaf, path, proof, 5n);
  const args = [solidityLeaf, path.map((node) => toHex(node)), proof.c, proof.z] as const;
  assert.equal(bytesToHex(dataOf(dispute)), encodeFunctionData({ abi, functionName: "dispute", args }));
  assert.equal(dispute.value, 5n);
  const refund = dataOf(refundCall(at, leaf));
  assert.equal(bytesToHex(refund), encodeFunctionData({ abi, functionName: "refund", args: [solidityLeaf] }));
  const claim = dataOf(claimCall(at, listing.terms.token, refundTo));
  const claimed = [toHex(listing.terms.token), toHex(refundTo)] as const;
  assert.equal(bytesToHex(claim), encodeFunctionData({ abi, functionName: "claimTo", args: claimed }));
});

const payer = privateKeyToAccount(toHex(new Uint8Array(32).fill(0x11)));
const payerAddress = parseAddress(payer.address.toLowerCase());
const request: Request = {
  chainId: place.chainId,
  escrow: place.escrow,
  product: place.product,
  tier: place.tier,
  releaseKey: affineG1(key.B),
  offer: offerOfListing(listing),
  ...terms,
  tip: 30_000n,
  deadline: 1_767_225_600,
};

function tokenDomain(): TokenDomain {
  const [name, version, token] = ["Some Coin", "2", listing.terms.token];
  const type = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
  const text = (s: string) => keccak(new TextEncoder().encode(s));
  const separator = structHash(type, text(name), text(version), word(place.chainId), word(token));
  return { name, version, chainId: place.chainId, token, separator };
}

test("what a wallet signs is what the contracts read", () => {
  const token = tokenDomain();
  const all = [
    requestToSign(request, payerAddress),
    permitToSign(request, payerAddress, token, 2n),
    authorizationToSign(request, payerAddress, token),
  ];
  for (const { data, digest } of all)
    assert.equal(hashTypedData(data as Parameters<typeof hashTypedData>[0]), bytesToHex(digest));
  assert.equal(all[2]!.data.message["nonce"], bytesToHex(requestHash(request)));
});

test("a domain that is not the token's is not signed in", () => {
  const token = { ...tokenDomain(), version: "1" };
  assert.throws(() => permitToSign(request, payerAddress, token, 2n), /domain of another shape/);
  assert.throws(() => authorizationToSign(request, payerAddress, token), /domain of another shape/);
  const nothing = { ...request, maxPrice: 0n, tip: 0n };
  assert.throws(() => authorizationToSign(nothing, payerAddress, tokenDomain()), /authorization of nothing/);
});

test("signed payments are encoded as another encoder does", async () => {
  const signed = await payer.sign({ hash: toHex(requestToSign(request, payerAddress).digest) });
  const vrs = parseVrs(signed);
  assert.equal(compact(vrs).length, 64);
  const asked = {
    ...request,
    product: toHex(request.product),
    releaseKey: triple(request.releaseKey),
    refundTo: toHex(refundTo),
    data: toHex(request.data),
    offer: {
      ...request.offer,
      publisher: toHex(request.offer.publisher),
      token: toHex(request.offer.token),
      committee: toHex(request.offer.committee),
      groupKey: toHex(request.offer.groupKey),
    },
  };
  const [v, r, s] = [vrs.v, toHex(vrs.r), toHex(vrs.s)];
  const head = [asked, payer.address, proof.c, proof.z] as const;
  const permit = buyWithPermitCall(request, payerAddress, proof, compact(vrs), vrs, Uint8Array.of(5));
  const permitArgs = [...head, toHex(compact(vrs)), v, r, s, "0x05"] as const;
  assert.equal(
    bytesToHex(dataOf(permit)),
    encodeFunctionData({ abi, functionName: "buyWithPermit", args: permitArgs }),
  );
  const authorized = buyWithAuthorizationCall(request, payerAddress, proof, vrs, new Uint8Array());
  const args = [...head, v, r, s, "0x"] as const;
  assert.equal(bytesToHex(dataOf(authorized)), encodeFunctionData({ abi, functionName: "buyWithAuthorization", args }));
});

test("signatures of other shapes are refused", async () => {
  const signed = hexToBytes(await payer.sign({ hash: toHex(new Uint8Array(32).fill(1)) }));
  assert.throws(() => parseVrs(bytesToHex(signed.slice(1))), /64 bytes, want 65/);
  assert.throws(() => parseVrs(bytesToHex(signed.with(64, 2))), /ends in 2/);
  assert.equal(parseVrs(bytesToHex(signed.with(64, 1))).v, 28); // as some wallets still write it
  const high = { v: 27, r: signed.slice(0, 32), s: integer((1n << 255n) + 1n, 32) };
  assert.throws(() => compact(high), /high s/);
});

test("links say the call in the words of EIP-681", () => {
  const link = linkOf(buyCall(listing, key.B, proof, terms));
  assert.match(link, /^ethereum:0x(5c){20}@1\/buy\?address=0x/i);
  assert.ok(link.includes(`bytes32%5B3%5D=%5B0x`) && link.endsWith("&bytes=0x010203"), link);
  assert.ok(linkOf(refundCall(place, leaf)).includes("?%28address%2Cuint8%2C"), "a struct's type is escaped");
  assert.equal(checksummed(payerAddress), payer.address);
});

test("words name price, payee and way back", () => {
  const coin = madeUp({});
  const costs = { ...terms, maxPrice: 2_000_000_000_000_000n };
  const told = words(buyCall(coin, key.B, proof, costs), coin);
  assert.match(told, /^pays at most 0\.002 ETH for tier text of "A tale" to the escrow 0x5c/i);
  assert.ok(told.includes(`had back for ${checksummed(refundTo)}`));
  const { router } = contractsOf(place.escrow);
  const deploying = words(deployAndBuyCall(coin, key.B, proof, costs), coin);
  assert.match(deploying, new RegExp(`by the router ${checksummed(router)}, which puts the product on the chain`));
  const free = words(buyCall(coin, key.B, proof, { ...terms, maxPrice: 0n }), coin);
  assert.match(free, /^asks the escrow 0x5c.* for tier text of "A tale", which is free but for gas$/i);
  // What is approved is what the call says, whatever the price.
  const approval = words(approveCall(listing, place.escrow, 5n), listing);
  assert.match(approval, /^lets the escrow 0x5c.* take 5 base units of 0x03.*, once$/i);
  assert.match(words(approveCall(listing, router, 5n), listing), /^lets the router 0x/);
  assert.match(words(approveCall(listing, payerAddress, 5n), listing), /^lets a contract 0x/);
  const signed = words(
    buyWithAuthorizationCall(request, payerAddress, proof, parseVrs(`0x${"1b".repeat(65)}`), new Uint8Array()),
    listing,
  );
  assert.equal(signed, `sends what was signed to the router ${checksummed(router)}, which pays by it; that costs gas`);
  assert.throws(() => words(refundCall(place, leaf), listing), RangeError);
});

test("words of what is signed name amount, router, deadline and way back", () => {
  const token = tokenDomain();
  const now = request.deadline - 20 * 60;
  const say = ({ data }: ReturnType<typeof permitToSign>): string => wordsOf(data, request.escrow, now);
  const router = `the router ${checksummed(contractsOf(request.escrow).router)}`;
  const amount = `${valueOf(request)} base units of ${checksummed(token.token)}`;
  const permit = permitToSign(request, payerAddress, token, 2n);
  assert.equal(say(permit), `lets ${router} take ${amount}, once, within 20 min`);
  const authorization = say(authorizationToSign(request, payerAddress, token));
  assert.equal(authorization, `lets ${router} take ${amount}, once, within 20 min, for this purchase alone`);
  const own = say(requestToSign(request, payerAddress));
  const product = `tier ${request.tier} of the product ${checksummed(request.product)}`;
  const price = `${request.maxPrice} base units of ${checksummed(request.offer.token)}`;
  const back = `if no key comes, the money can be had back for ${checksummed(refundTo)}`;
  assert.equal(own, `buys ${product} for at most ${price}, within 20 min; ${back}`);
  const elsewhere = { ...permit.data, message: { ...permit.data.message, spender: bytesToHex(payerAddress) } };
  assert.throws(() => wordsOf(elsewhere, request.escrow, now), /not the escrow's router/);
  assert.throws(() => wordsOf({ ...permit.data, primaryType: "Mail" }, request.escrow, now), /Mail is no payment/);
});

test("an address that was typed is checked by its capitals", () => {
  const right = payer.address;
  assert.deepEqual(readAddress(` ${right}\n`), payerAddress);
  assert.deepEqual(readAddress(right.toLowerCase()), payerAddress);
  const swapped = right.replace(/[a-f]/i, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));
  assert.throws(() => readAddress(swapped), /has a mistake/);
  assert.throws(() => readAddress(right.slice(0, 41)), /is no address/);
  assert.throws(() => readAddress(""), /no address yet/);
  assert.throws(() => readAddress(`0x${"0".repeat(40)}`), /nobody's/);
  assert.throws(
    () => readAddress("vitalik.eth"),
    (cause: Failure) => cause.hints[0]?.startsWith("names are not looked up"),
  );
});

test("windows and bonds are the escrow's", () => {
  const day = 86_400;
  assert.deepEqual(windowsOf(1), { dispute: day, answer: day });
  assert.deepEqual(windowsOf(8453), { dispute: 3 * day, answer: 2 * day });
  assert.equal(disputableUntil(windowsOf(1), 10 * day + 5), 12 * day - 1);
  assert.equal(halfTime(windowsOf(1), 10 * day + 5), 10 * day + 5 + day / 2);
  assert.equal(bond(1, 0n), 10n ** 14n);
  assert.equal(bond(8453, 0n), 5n * 10n ** 14n);
  assert.equal(bond(1, 10n ** 9n), 4n * 10n ** 14n);
  assert.equal(bond(1, 10n ** 9n + 1n), 4n * 10n ** 14n + 10n ** 9n); // whole gwei, rounded up
});
