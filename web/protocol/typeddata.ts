// Typed data to be signed (EIP-712).
//
//   digest    = keccak(19 01 ‖ domain separator ‖ struct hash)
//   separator = struct hash of EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)
//   struct    = keccak(keccak(type) ‖ a word a member)

import { word } from "./abi.ts";
import { ascii } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { Address, Hash } from "./word.ts";

const domainType = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";

/** The separator of Shrinkwrap's domain, version 1, for one of its contracts. */
export function domainSeparator(chainId: number, verifyingContract: Address): Hash {
  const [name, version] = [keccak(ascii("Shrinkwrap")), keccak(ascii("1"))];
  return structHash(domainType, name, version, word(chainId), word(verifyingContract));
}

/** The hash of a struct: its type with the types that it refers to, and its members, a word each. */
export function structHash(type: string, ...words: readonly Uint8Array[]): Hash {
  return keccak(keccak(ascii(type)), ...words);
}

/** What is signed. */
export function typedDigest(separator: Hash, struct: Hash): Hash {
  return keccak(Uint8Array.of(0x19, 0x01), separator, struct);
}
