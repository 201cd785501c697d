// A QR code of version 6, error correction L, mask 0 (ISO/IEC 18004): 41 × 41
// modules, 136 bytes of data in two blocks with 18 of correction each. It holds
// up to 195 characters of the alphanumeric kind.

import { FREE } from "./wasi";

export const SIZE: i32 = 41;

const DATA: i32 = 136;
const BLOCK: i32 = 68; //     bytes of data in a block
const CORRECTION: i32 = 18; // and of correction
const FORMAT: i32 = 0x77c4; // L, mask 0, with its own correction

const BYTES: usize = FREE; //             data, then the blocks' corrections
const GENERATOR: usize = FREE + 0x100; // coefficients, from the second highest
const MODULES: usize = FREE + 0x200; //   one byte each: DARK, and FIXED for patterns
const DARK: u32 = 1;
const FIXED: u32 = 2;

function module(x: i32, y: i32): usize { return MODULES + <usize>(y * SIZE + x); }

/** Whether a module is dark. */
export function dark(x: i32, y: i32): bool { return bool(load<u8>(module(x, y)) & DARK); }

let bits = 0;

function append(value: u32, count: i32): void {
  while (count--) {
    const at = BYTES + <usize>(bits >> 3);
    store<u8>(at, load<u8>(at) | (value >> count & 1) << (7 - (bits & 7)));
    bits++;
  }
}

/** Begins a code of so many characters: each goes through add. */
export function begin(count: i32): void {
  append(2, 4);
  append(count, 9);
}

let first: i32 = -1;

/** Adds a character: 0…9 as such, A…Z as 10…35, "-" is 41, "/" 43, ":" 44. */
export function add(value: i32): void {
  if (first < 0) {
    first = value;
    return;
  }
  append(first * 45 + value, 11);
  first = -1;
}

/** Draws what was added. */
export function draw(): void {
  if (first >= 0) append(first, 6);
  bits = (bits + 4 + 7) & ~7; // the end mark, up to a whole byte
  for (let pad: u32 = 0xec; bits < DATA * 8; pad ^= 0xec ^ 0x11) append(pad, 8);
  correct();
  patterns();
  place();
}

/** A product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: u32, b: u32): u32 {
  let product: u32 = 0;
  for (let i = 7; i >= 0; i--) {
    product = product << 1 ^ (product >> 7) * 0x11d;
    product ^= (b >> i & 1) * a;
  }
  return product;
}

function correct(): void {
  store<u8>(GENERATOR, 1, CORRECTION - 1);
  for (let i = 0, root: u32 = 1; i < CORRECTION; i++, root = times(root, 2)) {
    for (let at = GENERATOR; at < GENERATOR + CORRECTION; at++) {
      store<u8>(at, times(load<u8>(at), root) ^ (at == GENERATOR + CORRECTION - 1 ? 0 : load<u8>(at, 1)));
    }
  }
  for (let block = 0; block < 2; block++) {
    const rest = BYTES + <usize>(DATA + block * CORRECTION);
    for (let i = 0; i < BLOCK; i++) {
      const factor = load<u8>(BYTES + <usize>(block * BLOCK + i)) ^ load<u8>(rest);
      for (let at = rest, by = GENERATOR; by < GENERATOR + CORRECTION; at++, by++) {
        const next: u32 = by == GENERATOR + CORRECTION - 1 ? 0 : load<u8>(at, 1);
        store<u8>(at, next ^ times(load<u8>(by), factor));
      }
    }
  }
}

function patterns(): void {
  for (let i = 0; i < SIZE; i++) {
    fix(6, i, !(i & 1));
    fix(i, 6, !(i & 1));
  }
  rings(3, 3, 4);
  rings(SIZE - 4, 3, 4);
  rings(3, SIZE - 4, 4);
  rings(SIZE - 7, SIZE - 7, 2);
  for (let i = 0; i < 15; i++) {
    const bit = bool(FORMAT >> i & 1);
    fix(8, i < 6 ? i : i < 8 ? i + 1 : SIZE - 15 + i, bit);
    fix(i < 8 ? SIZE - 1 - i : i < 9 ? 7 : 14 - i, 8, bit);
  }
  fix(8, SIZE - 8, true);
}

function fix(x: i32, y: i32, on: bool): void {
  if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) store<u8>(module(x, y), FIXED | <u32>on);
}

/** Squares around a centre: dark, light, dark … inwards from a radius. */
function rings(x: i32, y: i32, radius: i32): void {
  for (let v = -radius; v <= radius; v++) {
    for (let u = -radius; u <= radius; u++) {
      const ring = max(abs(u), abs(v));
      fix(x + u, y + v, ring != radius >> 1 && ring != 4);
    }
  }
}

/** Puts the bytes, those of the blocks in turn, from the right in columns of two. */
function place(): void {
  let bit = 0;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right == 6) right--;
    for (let i = 0; i < SIZE; i++) {
      const y = right + 1 & 2 ? i : SIZE - 1 - i;
      for (let x = right; x > right - 2; x--) {
        if (load<u8>(module(x, y))) continue;
        store<u8>(module(x, y), data(bit++) ^ ((x ^ y ^ 1) & 1));
      }
    }
  }
}

function data(bit: i32): u32 {
  const n = bit >> 3;
  if (n >= DATA + 2 * CORRECTION) return 0;
  const at = n < DATA ? (n & 1) * BLOCK + (n >> 1) : DATA + (n & 1) * CORRECTION + (n - DATA >> 1);
  return load<u8>(BYTES + <usize>at) >> (7 - (bit & 7)) & 1;
}
