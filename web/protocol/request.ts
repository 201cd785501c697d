// Payments in tokens that the payer signs and anybody sends, through the router
// (spec 8). A request's name has a word a member, the release key three:
//
//   Request = keccak(abi.encode(chainId, escrow, product, tier, releaseKey, offerHash, maxPrice, refundTo,
//                               keccak(data), tip, deadline))
//
// It is the nonce of an authorization (EIP-3009); beside a permit (EIP-2612) or an
// allowance the payer signs the request itself (EIP-712).

import { checkBits, word } from "./abi.ts";
import { contractsOf } from "./contracts.ts";
import { keccak } from "./hashing.ts";
import { type Offer, offerHash, offerWords } from "./offer.ts";
import { domainSeparator, structHash, typedDigest } from "./typeddata.ts";
import type { Address, Hash } from "./word.ts";

/** What a payer asks to have bought for him. */
export interface Request {
  readonly chainId: number;
  readonly escrow: Address;
  readonly product: Address;
  /** From 0 to 255. */
  readonly tier: number;
  /** B affine, 96 bytes. */
  readonly releaseKey: Uint8Array;
  readonly offer: Offer;
  /** What the order may cost, in the token's smallest unit, below 2^96. */
  readonly maxPrice: bigint;
  /** Where the money goes that bought nothing. */
  readonly refundTo: Address;
  /** What the product is given: a voucher, or nothing. */
  readonly data: Uint8Array;
  /** For whoever sends it, in the token's smallest unit, below 2^96. */
  readonly tip: bigint;
  /** Unix seconds, below 2^40. */
  readonly deadline: number;
}

const conditionsType =
  "Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)";
const requestType =
  "Request(address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice," +
  `address refundTo,bytes data,uint96 tip,uint40 deadline)${conditionsType}`;
const authorizationType =
  "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";
const permitType = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)";

/** Refuses a request with a number that the contracts would not read. */
export function checkRequest({ maxPrice, tip, deadline, releaseKey }: Request): void {
  checkBits("highest price", maxPrice, 96);
  checkBits("tip", tip, 96);
  checkBits("deadline", BigInt(deadline), 40);
  if (releaseKey.length !== 96) throw new RangeError(`release key has ${releaseKey.length} bytes, want 96`);
}

/** What the router draws from the payer: the highest price and the tip. */
export function valueOf({ maxPrice, tip }: Request): bigint {
  return maxPrice + tip;
}

/** The name of a request. */
export function requestHash(request: Request): Hash {
  checkRequest(request);
  return keccak(
    word(request.chainId),
    word(request.escrow),
    word(request.product),
    word(request.tier, 8),
    request.releaseKey,
    offerHash(request.offer),
    word(request.maxPrice, 96),
    word(request.refundTo),
    keccak(request.data),
    word(request.tip, 96),
    word(request.deadline, 40),
  );
}

/** What the payer signs of the request itself, in the router's domain. */
export function requestDigest(request: Request, payer: Address): Hash {
  checkRequest(request);
  const struct = structHash(
    requestType,
    word(payer),
    word(request.product),
    word(request.tier, 8),
    keccak(request.releaseKey),
    structHash(conditionsType, ...offerWords(request.offer)),
    word(request.maxPrice, 96),
    word(request.refundTo),
    keccak(request.data),
    word(request.tip, 96),
    word(request.deadline, 40),
  );
  return typedDigest(domainSeparator(request.chainId, contractsOf(request.escrow).router), struct);
}

/**
 * What the payer signs for ReceiveWithAuthorization (EIP-3009), in the token's
 * domain. Never TransferWithAuthorization: anybody could send that to the token,
 * and the money would go and no order come.
 */
export function authorizationDigest(request: Request, payer: Address, token: Hash): Hash {
  const { router } = contractsOf(request.escrow);
  const [value, until] = [word(valueOf(request)), word(request.deadline, 40)];
  const nonce = requestHash(request);
  return typedDigest(token, structHash(authorizationType, word(payer), word(router), value, word(0), until, nonce));
}

/** What the payer signs for a permit (EIP-2612), in the token's domain, with the token's next nonce of his. */
export function permitDigest(request: Request, payer: Address, token: Hash, nonce: bigint): Hash {
  checkRequest(request);
  const { router } = contractsOf(request.escrow);
  const [value, until] = [word(valueOf(request)), word(request.deadline, 40)];
  return typedDigest(token, structHash(permitType, word(payer), word(router), value, word(nonce), until));
}
