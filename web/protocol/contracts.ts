// Addresses that follow from others (spec 5).
//
//   router        the escrow's first creation      keccak(rlp([escrow, 1]))
//   factory       its second                       keccak(rlp([escrow, 2]))
//   template      the factory's first              keccak(rlp([factory, 1]))
//
// each the last 20 bytes (Ethereum Yellow Paper, section 7).

import { concat } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import { encodeInteger, encodeRlp } from "./rlp.ts";
import { type Address, type Hash, toAddress } from "./word.ts";

/** Where the contracts stand that an escrow made. */
export interface Contracts {
  readonly router: Address;
  readonly factory: Address;
  readonly template: Address;
}

/** The contracts of an escrow. */
export function contractsOf(escrow: Address): Contracts {
  const factory = created(escrow, 2n);
  return { router: created(escrow, 1n), factory, template: created(factory, 1n) };
}

/** The address of what a contract makes by CREATE with its nonce. */
export function created(by: Address, nonce: bigint): Address {
  return last20(keccak(encodeRlp([by, encodeInteger(nonce)])));
}

/** The address of what a contract makes by CREATE2 (EIP-1014) with salt 0. */
export function created2(by: Address, creationCode: Uint8Array): Address {
  return last20(keccak(concat(Uint8Array.of(0xff), by, new Uint8Array(32), keccak(creationCode))));
}

function last20(hash: Hash): Address {
  return toAddress(hash.slice(12));
}
