// Who signed a header (spec 6.1, 6.2).
//
//	digest     EIP-712, domain {Shrinkwrap, 1, chainId, verifyingContract: escrow}, Wrap(address product, bytes32 header)
//	signature  EIP-2098: r(32) ‖ parity·2^255 + s (32), s at most half the curve's order

import { secp256k1 } from "@noble/curves/secp256k1.js";
import { word } from "./abi.ts";
import { equal, toNumber } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { Header } from "./header.ts";
import { productAddress, termsBytes } from "./terms.ts";
import { domainSeparator, structHash, typedDigest } from "./typeddata.ts";
import { type Address, type Hash, toAddress } from "./word.ts";

/** Addresses that are constants of a terminal, the same on every chain. */
export interface Deployment {
  readonly escrow: Address;
  readonly factory: Address;
  readonly template: Address;
}

/** What follows from a header whose signature was checked. */
export interface SignedHeader {
  product: Address;
  /** What was signed. */
  digest: Hash;
  signer: Address;
}

/** The address of a header's product: its own, or the one that follows from its terms. */
export function productOf({ binding: { product, terms } }: Header, { factory, template }: Deployment): Address {
  return product ?? productAddress(factory, template, termsBytes(terms));
}

/**
 * Checks that a header is the word of its signer, for this escrow. That P and Q
 * belong together is checked before, by checkPair.
 * @throws Error when it is not
 */
export function checkSignature(header: Header, deployment: Deployment): SignedHeader {
  const { chainId, product: own, terms } = header.binding;
  const product = productOf(header, deployment);
  const struct = structHash("Wrap(address product,bytes32 header)", word(product), header.id);
  const digest = typedDigest(domainSeparator(chainId, deployment.escrow), struct);
  if (!equal(recover(digest, header.signature), terms.signer))
    throw new Error("signature is not that of the header's signer");
  // Else anyone could sign a header that names another's contract.
  if (own && !equal(terms.publisher, terms.signer)) {
    throw new Error("a product with a contract of its own is not signed by its publisher");
  }
  return { product, digest, signer: terms.signer };
}

/**
 * The account whose signature of a digest this is (EIP-2098).
 * @throws Error for a signature that nobody can have made, and for an s above half the curve's order
 */
export function recover(digest: Hash, signature: Uint8Array): Address {
  const r = toNumber(signature.subarray(0, 32));
  const parityAndS = toNumber(signature.subarray(32));
  const [parity, s] = [Number(parityAndS >> 255n), parityAndS & ((1n << 255n) - 1n)];
  const split = new secp256k1.Signature(r, s, parity);
  if (split.hasHighS()) throw new Error("signature has an s above half the curve's order");
  const key = split.recoverPublicKey(digest).toBytes(false);
  return toAddress(keccak(key.subarray(1)).slice(12));
}
