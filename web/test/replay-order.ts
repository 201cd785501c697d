// Contracts' addresses, terms, orders, their events and logs, payments that others send.

import assert from "node:assert/strict";
import { bytesToHex } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { parsePayment } from "../protocol/event.ts";
import { type Leaf, leafBytes, orderOf, parseLeaf } from "../protocol/leaf.ts";
import { account, type Offer, offerHash } from "../protocol/offer.ts";
import { pathOf } from "../protocol/path.ts";
import { checkPath, peaksOf } from "../protocol/peaks.ts";
import {
  authorizationDigest,
  checkRequest,
  permitDigest,
  requestDigest,
  requestHash,
  valueOf,
} from "../protocol/request.ts";
import { offerOf, parseTerms, productAddress, termsBytes } from "../protocol/terms.ts";
import { type Hash, toAddress, toHash } from "../protocol/word.ts";
import { bytes, number } from "./members.ts";
import { amount, manyBytes, productPlace } from "./points.ts";
import { replay, step } from "./vectors.ts";

type Members = Record<string, unknown>;

replay("contracts", (v) => hexOf({ ...contractsOf(toAddress(bytes(v.in, "escrow"))) }));

replay("terms", (v) => {
  const packed = bytes(v.in, "terms");
  const [factory, template] = [toAddress(bytes(v.in, "factory")), toAddress(bytes(v.in, "template"))];
  const terms = step("parse", () => parseTerms(packed));
  assert.deepEqual(termsBytes(terms), packed);
  return {
    ...hexOf({ ...terms, tiers: terms.tiers.map((tier) => hexOf({ ...tier })) }),
    address: bytesToHex(productAddress(factory, template, packed)),
    offerHashes: terms.tiers.map((_, tier) => bytesToHex(offerHash(offerOf(terms, tier)))),
    account: bytesToHex(account(terms)),
  };
});

replay("offer", (v) => ({ offerHash: bytesToHex(offerHash(offer(v.in))), account: bytesToHex(account(offer(v.in))) }));

replay("leaf", (v) => {
  const encoded = bytes(v.in, "leaf");
  const leaf = step("parse", () => parseLeaf(encoded));
  assert.deepEqual(leafBytes(leaf), encoded);
  return { ...membersOf(leaf), order: bytesToHex(orderOf(leaf)), ...ofOffer(leaf) };
});

replay("event", (v) => {
  const [topics, data] = [manyBytes(v.in, "topics"), bytes(v.in, "data")];
  const { leaf, c, z } = step("parse", () => parsePayment(topics, data));
  return hexOf({ order: orderOf(leaf), account: account(leaf), c, z });
});

replay("request", (v) => {
  const request = {
    ...productPlace(v.in),
    tier: number(v.in, "tier"),
    releaseKey: bytes(v.in, "releaseKeyAffine"),
    offer: offer(v.in),
    maxPrice: amount(v.in, "maxPrice"),
    refundTo: toAddress(bytes(v.in, "refundTo")),
    data: bytes(v.in, "data"),
    tip: amount(v.in, "tip"),
    deadline: number(v.in, "deadline"),
  };
  const [payer, domain, nonce] = [
    toAddress(bytes(v.in, "payer")),
    toHash(bytes(v.in, "domain")),
    amount(v.in, "nonce"),
  ];
  step("parse", () => checkRequest(request));
  return hexOf({
    router: contractsOf(request.escrow).router,
    offerHash: offerHash(request.offer),
    value: valueOf(request),
    request: requestHash(request),
    digest: requestDigest(request, payer),
    authorization: authorizationDigest(request, payer, domain),
    permit: permitDigest(request, payer, domain, nonce),
  });
});

replay("peaks", (v) => ({ peaks: peaksOf(hashes(v.in, "orders")).map(bytesToHex) }));

replay("path", (v) => ({
  path: pathOf(hashes(v.in, "before"), number(v.in, "index"), hashes(v.in, "later")).map(bytesToHex),
}));

replay("order_log", (v) => {
  const [peaks, path] = [hashes(v.in, "peaks"), hashes(v.in, "path")];
  const [index, order] = [number(v.in, "index"), toHash(bytes(v.in, "order"))];
  step("verify", () => checkPath(peaks, index, order, path));
  return {};
});

function offer(of: Members): Offer {
  return {
    publisher: toAddress(bytes(of, "publisher")),
    token: toAddress(bytes(of, "token")),
    committee: toAddress(bytes(of, "committee")),
    groupKey: toHash(bytes(of, "groupKey")),
    feeBps: number(of, "feeBps"),
    confirmations: number(of, "confirmations"),
  };
}

function membersOf({ releaseKey, ...members }: Leaf): Members {
  return hexOf({ ...members, releaseKeyAffine: releaseKey });
}

function ofOffer(leaf: Leaf): Members {
  return hexOf({ account: account(leaf), offerHash: offerHash(leaf) });
}

function hashes(of: Members, name: string): Hash[] {
  return manyBytes(of, name).map(toHash);
}

/** Members as vectors write them: bytes in hexadecimal, amounts decimal. */
function hexOf(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, written(value)]));
}

function written(value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return typeof value === "bigint" ? value.toString() : value;
}
