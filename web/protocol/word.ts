// Ethereum's addresses and 32-byte words, which are not to be taken for other
// bytes, nor for each other.

import { hexToBytes } from "./bytes.ts";

declare const brand: unique symbol;

/** The address of an account or contract: 20 bytes. */
export type Address = Uint8Array & { readonly [brand]: "address" };

/** A hash: 32 bytes. */
export type Hash = Uint8Array & { readonly [brand]: "hash" };

/** Takes 20 bytes for an address. */
export function toAddress(bytes: Uint8Array): Address {
  if (bytes.length !== 20) throw new RangeError(`address has ${bytes.length} bytes, want 20`);
  return bytes as Address;
}

/** Takes 32 bytes for a hash. */
export function toHash(bytes: Uint8Array): Hash {
  if (bytes.length !== 32) throw new RangeError(`hash has ${bytes.length} bytes, want 32`);
  return bytes as Hash;
}

/** Reads an address: 0x and 40 lower-case digits. */
export function parseAddress(text: string): Address {
  return toAddress(hexToBytes(text));
}

/** Reads a hash: 0x and 64 lower-case digits. */
export function parseHash(text: string): Hash {
  return toHash(hexToBytes(text));
}

/** Whether an address is 0, Ethereum's way to say that there is none. */
export function isZero(address: Address): boolean {
  return address.every((byte) => byte === 0);
}
