// What release programs of Shrinkwrap use of WASI preview 1: the product on
// stdin and stdout, the purchase in the environment. There is nothing else to
// be had; docs/spec.md, section 6.7, says what a program may rely on.
//
// There is no allocator: a program reads into memory at addresses that it
// chooses, above those of this file.

@external("wasi_snapshot_preview1", "fd_read")
declare function fd_read(fd: i32, iovecs: usize, count: i32, done: usize): i32;
@external("wasi_snapshot_preview1", "fd_write")
declare function fd_write(fd: i32, iovecs: usize, count: i32, done: usize): i32;
@external("wasi_snapshot_preview1", "environ_get")
declare function environ_get(pointers: usize, bytes: usize): i32;

const ENVIRONMENT: usize = 0x2000; // its bytes, eight variables of at most 157
const IOVEC: usize = 0x3000; //       address and length of one buffer
const DONE: usize = 0x3008; //        how much of it was read or written
const POINTERS: usize = 0x3010; //    one for each variable
const OUTPUT: usize = 0x4000; //      what is not written yet
const OUTPUT_END: usize = 0x8000;

/** The first address that is a program's own. */
export const FREE: usize = 0x8000;

environ_get(POINTERS, ENVIRONMENT);

/** Reads up to size bytes of the section; 0 is its end. */
export function read(to: usize, size: usize): usize {
  transfer(to, size);
  if (fd_read(0, IOVEC, 1, DONE)) unreachable();
  return load<u32>(DONE);
}

let end = OUTPUT;

/** Adds a byte to the product. */
export function putByte(byte: u32): void {
  if (end == OUTPUT_END) flush();
  store<u8>(end++, byte);
}

/** Adds ASCII to the product. */
export function put(text: string): void {
  for (let i = 0; i < text.length; i++) putByte(character(text, i));
}

/** Adds a number to the product, in decimal. */
export function putNumber(n: u32): void {
  if (n > 9) putNumber(n / 10);
  putByte(48 + (n % 10));
}

/** Writes what was added. The last thing that a program does. */
export function flush(): void {
  for (let at = OUTPUT; at < end; at += load<u32>(DONE)) {
    transfer(at, end - at);
    if (fd_write(1, IOVEC, 1, DONE)) unreachable();
  }
  end = OUTPUT;
}

function transfer(at: usize, size: usize): void {
  store<u32>(IOVEC, at);
  store<u32>(IOVEC, size, 4);
}

/** Where the value of a variable begins; it ends in a zero byte. */
export function variable(name: string): usize {
  for (let at = ENVIRONMENT; load<u8>(at); at++) {
    let i = 0;
    while (i < name.length && load<u8>(at) == character(name, i)) { i++; at++; }
    if (i == name.length) return at;
    while (load<u8>(at)) at++;
  }
  return unreachable();
}

/** The byte that two hexadecimal digits write. */
export function hex(at: usize): u32 {
  return digit(load<u8>(at)) << 4 | digit(load<u8>(at, 1));
}

function digit(c: u32): u32 { return c < 58 ? c - 48 : c - 87; }

/** A character of a constant. */
// @ts-ignore: a decorator
@inline
export function character(text: string, i: i32): u32 {
  return load<u16>(changetype<usize>(text) + (<usize>i << 1));
}
