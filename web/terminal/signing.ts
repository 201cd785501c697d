// Payments in tokens that the payer signs (spec 8): what a wallet is shown and signs
// by eth_signTypedData_v4, and the router's calls that anybody sends with it.
//
//   permit          Permit (EIP-2612) of the token, and the Request itself in the router's domain
//   authorization   ReceiveWithAuthorization (EIP-3009) of the token, its nonce the Request's name
//
// What was signed buys once, however often it is sent: the router keeps its digest,
// the token its nonce.

import { word } from "../protocol/abi.ts";
import { bytesToHex, concat, equal, hexToBytes, integer, toNumber } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { keccak } from "../protocol/hashing.ts";
import type { Offer } from "../protocol/offer.ts";
import {
  authorizationDigest,
  permitDigest,
  type Request,
  requestDigest,
  requestHash,
  valueOf,
} from "../protocol/request.ts";
import type { SchnorrResponse } from "../protocol/schnorr.ts";
import { structHash } from "../protocol/typeddata.ts";
import type { Address, Hash } from "../protocol/word.ts";
import {
  addressArgument,
  type Argument,
  bytesArgument,
  type Call,
  hashArgument,
  pointArgument,
  tupleArgument,
  uintArgument,
} from "./calldata.ts";
import { Failure } from "./failure.ts";

/** The members of a struct of EIP-712. */
type Members = readonly { readonly name: string; readonly type: string }[];

/** What eth_signTypedData_v4 takes, as JSON. */
export interface TypedData {
  readonly types: Readonly<Record<string, Members>>;
  readonly primaryType: string;
  readonly domain: Readonly<Record<string, string | number>>;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Typed data, and the digest that the wallet has to make of it. */
export interface ToSign {
  readonly data: TypedData;
  readonly digest: Hash;
}

/** The domain that a token signs in: its own words, which count for nothing before {@link checkDomain}. */
export interface TokenDomain {
  readonly name: string;
  readonly version: string;
  readonly chainId: number;
  readonly token: Address;
  /** As the token computes it. */
  readonly separator: Hash;
}

const members = (list: string): Members =>
  list.split(",").map((member) => {
    const [type, name] = member.split(" ") as [string, string];
    return { name, type };
  });

const domainMembers = "string name,string version,uint256 chainId,address verifyingContract";
const types = {
  EIP712Domain: members(domainMembers),
  Request: members(
    "address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline",
  ),
  Conditions: members(
    "address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations",
  ),
  Permit: members("address owner,address spender,uint256 value,uint256 nonce,uint256 deadline"),
  ReceiveWithAuthorization: members(
    "address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce",
  ),
};

/** Refuses a domain whose separator is not the token's: what is signed in it would pay nothing. */
export function checkDomain({ name, version, chainId, token, separator }: TokenDomain): void {
  const text = (s: string): Hash => keccak(new TextEncoder().encode(s));
  const made = structHash(`EIP712Domain(${domainMembers})`, text(name), text(version), word(chainId), word(token));
  if (!equal(made, separator))
    throw new Failure("refused", "the token signs in a domain of another shape", ["an approval pays as well"]);
}

/** What the payer signs of a request itself, beside a permit or an allowance. */
export function requestToSign(request: Request, payer: Address): ToSign {
  const { router } = contractsOf(request.escrow);
  const data: TypedData = {
    types: { EIP712Domain: types.EIP712Domain, Request: types.Request, Conditions: types.Conditions },
    primaryType: "Request",
    domain: domain("Shrinkwrap", "1", request.chainId, router),
    message: {
      payer: bytesToHex(payer),
      product: bytesToHex(request.product),
      tier: request.tier,
      releaseKey: [0, 32, 64].map((at) => bytesToHex(request.releaseKey.slice(at, at + 32))),
      offer: offerMessage(request.offer),
      maxPrice: String(request.maxPrice),
      refundTo: bytesToHex(request.refundTo),
      data: bytesToHex(request.data),
      tip: String(request.tip),
      deadline: request.deadline,
    },
  };
  return { data, digest: requestDigest(request, payer) };
}

/** What the payer signs for a permit, with the token's next nonce of his. */
export function permitToSign(request: Request, payer: Address, token: TokenDomain, nonce: bigint): ToSign {
  checkDomain(token);
  const data: TypedData = {
    types: { EIP712Domain: types.EIP712Domain, Permit: types.Permit },
    primaryType: "Permit",
    domain: domain(token.name, token.version, token.chainId, token.token),
    message: {
      owner: bytesToHex(payer),
      spender: bytesToHex(contractsOf(request.escrow).router),
      value: String(valueOf(request)),
      nonce: String(nonce),
      deadline: request.deadline,
    },
  };
  return { data, digest: permitDigest(request, payer, token.separator, nonce) };
}

/** What the payer signs for an authorization, which is refused for a value of 0. */
export function authorizationToSign(request: Request, payer: Address, token: TokenDomain): ToSign {
  checkDomain(token);
  if (valueOf(request) === 0n) throw new Failure("refused", "an authorization of nothing buys nothing");
  const data: TypedData = {
    types: { EIP712Domain: types.EIP712Domain, ReceiveWithAuthorization: types.ReceiveWithAuthorization },
    primaryType: "ReceiveWithAuthorization",
    domain: domain(token.name, token.version, token.chainId, token.token),
    message: {
      from: bytesToHex(payer),
      to: bytesToHex(contractsOf(request.escrow).router),
      value: String(valueOf(request)),
      validAfter: 0,
      validBefore: request.deadline,
      nonce: bytesToHex(requestHash(request)),
    },
  };
  return { data, digest: authorizationDigest(request, payer, token.separator) };
}

/** A signature as contracts take it in three arguments. */
export interface Vrs {
  readonly v: number;
  readonly r: Uint8Array;
  readonly s: Uint8Array;
}

/** Reads the 65 bytes r ‖ s ‖ v of an account without code. */
export function parseVrs(signature: string): Vrs {
  const bytes = hexToBytes(signature.toLowerCase());
  if (bytes.length !== 65)
    throw new Failure("refused", `the wallet's signature has ${bytes.length} bytes, want 65`, [
      "an account with code pays by approval, or by the call itself",
    ]);
  const v = (bytes[64] as number) < 27 ? (bytes[64] as number) + 27 : (bytes[64] as number);
  if (v !== 27 && v !== 28) throw new Failure("refused", `the wallet's signature ends in ${bytes[64]}, want 27 or 28`);
  return { v, r: bytes.slice(0, 32), s: bytes.slice(32, 64) };
}

/** The 64 bytes of EIP-2098: s with the parity as its highest bit. */
export function compact({ v, r, s }: Vrs): Uint8Array {
  if (toNumber(s) >> 255n !== 0n) throw new Failure("refused", "the wallet's signature has a high s");
  return concat(r, integer(toNumber(s) | (BigInt(v - 27) << 255n), 32));
}

/** The router's call that draws on a permit, or where that is undefined on an allowance. terms is empty for a product that stands. */
export function buyWithPermitCall(
  request: Request,
  payer: Address,
  proof: SchnorrResponse,
  signature: Uint8Array,
  permit: Vrs | undefined,
  terms: Uint8Array,
): Call {
  const vrs = permit ?? { v: 0, r: new Uint8Array(32), s: new Uint8Array(32) };
  const args = [...common(request, payer, proof), bytesArgument(signature), ...vrsArguments(vrs), bytesArgument(terms)];
  return routerCall(request, "buyWithPermit", args);
}

/** The router's call that draws on an authorization. */
export function buyWithAuthorizationCall(
  request: Request,
  payer: Address,
  proof: SchnorrResponse,
  authorization: Vrs,
  terms: Uint8Array,
): Call {
  const args = [...common(request, payer, proof), ...vrsArguments(authorization), bytesArgument(terms)];
  return routerCall(request, "buyWithAuthorization", args);
}

function routerCall(request: Request, name: string, args: readonly Argument[]): Call {
  return { chainId: request.chainId, to: contractsOf(request.escrow).router, value: 0n, name, args };
}

function common(request: Request, payer: Address, { c, z }: SchnorrResponse): Argument[] {
  return [requestArgument(request), addressArgument(payer), uintArgument(256, c), uintArgument(256, z)];
}

function vrsArguments({ v, r, s }: Vrs): Argument[] {
  return [uintArgument(8, v), hashArgument(r), hashArgument(s)];
}

function requestArgument(request: Request): Argument {
  const { publisher, token, committee, groupKey, feeBps, confirmations } = request.offer;
  const offer = tupleArgument([
    ...[publisher, token, committee].map(addressArgument),
    hashArgument(groupKey),
    uintArgument(16, feeBps),
    uintArgument(8, confirmations),
  ]);
  return tupleArgument([
    addressArgument(request.product),
    uintArgument(8, request.tier),
    pointArgument(request.releaseKey),
    offer,
    uintArgument(96, request.maxPrice),
    addressArgument(request.refundTo),
    bytesArgument(request.data),
    uintArgument(96, request.tip),
    uintArgument(40, request.deadline),
  ]);
}

function domain(name: string, version: string, chainId: number, at: Address): Record<string, string | number> {
  return { name, version, chainId, verifyingContract: bytesToHex(at) };
}

function offerMessage(offer: Offer): Record<string, unknown> {
  return {
    publisher: bytesToHex(offer.publisher),
    token: bytesToHex(offer.token),
    committee: bytesToHex(offer.committee),
    groupKey: bytesToHex(offer.groupKey),
    feeBps: offer.feeBps,
    confirmations: offer.confirmations,
  };
}
