// What a release program finds of WASI preview 1 (spec 6.7): three descriptors, a
// command line, an environment, random numbers and clocks that follow from the
// order, and no files and no network. Where the specification of WASI leaves a
// choice, such as which error there is, it is made as wazero makes it, so that a
// program which looks makes the same product on every terminal.

import type { RandomNumbers } from "./random.ts";
import { type WasiName, wasiNames } from "./wasisignatures.ts";

/** What a program is given and what takes what it makes. All of it is synchronous. */
export interface Surroundings {
  readonly args: readonly string[];
  /** NAME=value each. */
  readonly environment: readonly string[];
  readonly random: RandomNumbers;
  /** Unix seconds, in every call. */
  readonly now: number;
  /** The next bytes of the section, at most so many; none at its end. */
  readonly read: (length: number) => Uint8Array;
  /** Takes bytes of the product, which are copied if they are kept. */
  readonly write: (bytes: Uint8Array) => void;
  /** Takes bytes of a text for an error. */
  readonly say: (bytes: Uint8Array) => void;
  /** Ends the program, by throwing. */
  readonly exit: (status: number) => never;
  /** Stops a program that calls what there is not, by throwing. */
  readonly refuse: (name: string) => never;
}

type Host = (...params: (number | bigint)[]) => number | void;

// Errors' numbers.
const badf = 8;
const fault = 21;
const inval = 28;
const nametoolong = 37;
const nosys = 52;
const notsup = 58;

/** A failure of a call that the program is told by its number. */
class Errno extends Error {
  readonly number: number;

  constructor(number: number) {
    super(`errno ${number}`);
    this.number = number;
  }
}

/**
 * The functions to import.
 * @param memory of the program, which is there once one of them is called
 */
export function wasiFunctions(given: Surroundings, memory: () => WebAssembly.Memory): Record<WasiName, Host> {
  const system = new System(given, memory);
  return Object.fromEntries(wasiNames.map((name) => [name, system.host(name)])) as Record<WasiName, Host>;
}

class System {
  readonly #given: Surroundings;
  readonly #memory: () => WebAssembly.Memory;
  readonly #open = new Set([0, 1, 2]);
  readonly #args: Uint8Array[];
  readonly #environment: Uint8Array[];
  #ticks = 0n;

  constructor(given: Surroundings, memory: () => WebAssembly.Memory) {
    this.#given = given;
    this.#memory = memory;
    const ended = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`);
    this.#args = given.args.map(ended);
    this.#environment = given.environment.map(ended);
  }

  host(name: WasiName): Host {
    if (name === "proc_exit") return (status) => this.#given.exit(Number(status) >>> 0);
    if (/^(?:path|sock)_/.test(name)) return () => this.#given.refuse(name);
    return (...params) => {
      try {
        this.#call(name, params);
        return 0;
      } catch (error) {
        if (error instanceof Errno) return error.number;
        throw error;
      }
    };
  }

  #call(name: WasiName, params: readonly (number | bigint)[]): void {
    // An i32 comes with a sign; addresses and counts have none, and a descriptor
    // that has one is not open.
    const n = params.map((param) => (typeof param === "bigint" ? Number(param) : param >>> 0));
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = n;
    switch (name) {
      case "args_get":
        return this.#texts(this.#args, a, b);
      case "args_sizes_get":
        return this.#sizes(this.#args, a, b);
      case "environ_get":
        return this.#texts(this.#environment, a, b);
      case "environ_sizes_get":
        return this.#sizes(this.#environment, a, b);
      case "clock_res_get":
        if (a > 1) throw new Errno(inval);
        return this.#put64(b, 1n);
      case "clock_time_get":
        return this.#put64(c, this.#clock(a));
      case "random_get":
        return this.#at(a, b).set(this.#given.random(b));
      case "sched_yield":
        return;
      case "poll_oneoff":
        return this.#poll(a, b, c, d);
      case "fd_read":
        return this.#read(a, b, c, d);
      case "fd_write":
        return this.#write(a, b, c, d);
      case "fd_pread":
      case "fd_pwrite":
        return this.#positioned(a, b, c, e);
      case "fd_close":
        this.#check(a);
        return void this.#open.delete(a);
      case "fd_fdstat_get":
        return this.#descriptorState(a, b);
      case "fd_filestat_get":
        return this.#fileState(a, b);
      case "fd_fdstat_set_flags":
        return this.#setFlags(a, b & 0xffff);
      default:
        return this.#rare(name, a, n);
    }
  }

  /** Calls that find nothing to do on a stream. */
  #rare(name: WasiName, fd: number, n: readonly number[]): void {
    const [, b = 0, c = 0, d = 0] = n;
    if (name === "fd_readdir" && c < 24) throw new Errno(inval);
    if (name === "fd_fdstat_set_rights" || name === "proc_raise") throw new Errno(nosys);
    this.#check(fd);
    switch (name) {
      case "fd_sync":
      case "fd_datasync":
        return;
      case "fd_advise":
        if ((d & 0xff) > 5) throw new Errno(inval);
        return;
      case "fd_allocate":
        if (BigInt.asIntN(64, BigInt(b) + BigInt(c)) < 0n) throw new Errno(inval);
        if (b + c === 0) return;
        throw new Errno(nosys);
      case "fd_prestat_get":
        return this.#put64(b, 0n);
      case "fd_prestat_dir_name":
        if (c > 0) throw new Errno(nametoolong);
        return void this.#at(b, 0);
      case "fd_readdir":
        throw new Errno(badf);
      case "fd_renumber":
        throw new Errno((b | 0) < 0 ? badf : notsup);
    }
    throw new Errno(nosys); // fd_seek, fd_tell, fd_filestat_set_…
  }

  /** Refuses a descriptor that is not open. */
  #check(fd: number): void {
    if (!this.#open.has(fd)) throw new Errno(badf);
  }

  #at(address: number, length: number): Uint8Array {
    const { buffer } = this.#memory();
    if (address + length > buffer.byteLength) throw new Errno(fault);
    return new Uint8Array(buffer, address, length);
  }

  #view(address: number, length: number): DataView {
    const { buffer } = this.#memory();
    if (address + length > buffer.byteLength) throw new Errno(fault);
    return new DataView(buffer, address, length);
  }

  #put32(address: number, n: number): void {
    this.#view(address, 4).setUint32(0, n, true);
  }

  #put64(address: number, n: bigint): void {
    this.#view(address, 8).setBigUint64(0, n, true);
  }

  #sizes(texts: readonly Uint8Array[], count: number, size: number): void {
    this.#put32(count, texts.length);
    this.#put32(size, total(texts));
  }

  #texts(texts: readonly Uint8Array[], addresses: number, bytes: number): void {
    const list = this.#view(addresses, 4 * texts.length);
    const room = this.#at(bytes, total(texts));
    let at = 0;
    for (const [i, text] of texts.entries()) {
      list.setUint32(4 * i, bytes + at, true);
      room.set(text, at);
      at += text.length;
    }
  }

  /** Nanoseconds of a clock: the real one stands, the other ticks at each reading. */
  #clock(id: number): bigint {
    if (id === 0) return BigInt.asUintN(64, BigInt(this.#given.now) * 1_000_000_000n);
    if (id === 1) return ++this.#ticks * 1_000_000n;
    throw new Errno(inval);
  }

  /** The places that a list of buffers names, at most as many as its bytes are. */
  *#buffers(list: number, count: number): Generator<Uint8Array, void, void> {
    const size = (count * 8) % 2 ** 32;
    const entries = this.#view(list, size);
    for (let at = 0; at < size; at += 8) {
      yield this.#at(entries.getUint32(at, true), entries.getUint32(at + 4, true));
    }
  }

  #read(fd: number, list: number, count: number, result: number): void {
    this.#check(fd);
    let got = 0;
    for (const buffer of this.#buffers(list, count)) {
      if (buffer.length === 0) continue;
      if (fd !== 0) throw new Errno(badf);
      const bytes = this.#given.read(buffer.length);
      buffer.set(bytes);
      got += bytes.length;
      if (bytes.length < buffer.length) break;
    }
    this.#put32(result, got);
  }

  #write(fd: number, list: number, count: number, result: number): void {
    this.#check(fd);
    let sum = 0;
    for (const buffer of this.#buffers(list, count)) {
      if (fd === 0) throw new Errno(badf);
      if (fd === 1) this.#given.write(buffer);
      else this.#given.say(buffer);
      sum += buffer.length;
    }
    this.#put32(result, sum);
  }

  /** Reading or writing at a position, which no stream has. */
  #positioned(fd: number, list: number, count: number, result: number): void {
    this.#check(fd);
    for (const buffer of this.#buffers(list, count)) if (buffer.length > 0) throw new Errno(badf);
    this.#put32(result, 0);
  }

  /** type(2) ‖ flags(2) ‖ 0(4) ‖ rights(8) ‖ rights(8), little-endian. */
  #descriptorState(fd: number, result: number): void {
    const state = this.#view(result, 24);
    this.#check(fd);
    for (let i = 0; i < 24; i++) state.setUint8(i, 0);
    state.setUint16(0, device, true);
    state.setBigUint64(8, streamRights, true);
  }

  /** device(8) ‖ inode(8) ‖ type(8) ‖ links(8) ‖ size(8) ‖ three times(8), little-endian. */
  #fileState(fd: number, result: number): void {
    const state = this.#view(result, 64);
    this.#check(fd);
    for (let i = 0; i < 64; i++) state.setUint8(i, 0);
    state.setUint8(16, device);
    state.setUint8(24, 1);
  }

  #setFlags(fd: number, flags: number): void {
    if ((flags & 0b11010) !== 0) throw new Errno(inval); // dsync, rsync, sync
    this.#check(fd);
    if ((flags & 0b100) !== 0) throw new Errno(nosys); // nonblock
  }

  /**
   * Waits for nothing: clocks' events, and those of streams that never come, are
   * there at once, and then those of the section.
   *
   *	subscription   user data(8) ‖ kind(1) ‖ 0(7) ‖ argument(32)
   *	event          user data(8) ‖ error(2) ‖ kind(4) ‖ 0(18)
   */
  #poll(subscriptions: number, events: number, count: number, result: number): void {
    if (count === 0) throw new Errno(inval);
    const asked = this.#view(subscriptions, (count * 48) % 2 ** 32);
    const out = this.#at(events, (count * 32) % 2 ** 32);
    out.fill(0);
    this.#put32(result, count);
    const last: number[] = [];
    let n = 0;
    const report = (at: number, error: number): void => {
      const event = new DataView(out.buffer, out.byteOffset + 32 * n++, 32);
      event.setBigUint64(0, asked.getBigUint64(at, true), true);
      event.setUint16(8, error, true);
      event.setUint32(10, asked.getUint8(at + 8), true);
    };
    for (let at = 0; at < count * 48; at += 48) {
      const error = this.#subscription(asked, at);
      if (error === undefined) last.push(at);
      else report(at, error);
    }
    if (last.length === 0) return;
    this.#check(0);
    for (const at of last) report(at, 0);
  }

  /** The error that an event is there with now, or undefined where it waits for the section. */
  #subscription(asked: DataView, at: number): number | undefined {
    const kind = asked.getUint8(at + 8);
    if (kind > 2) throw new Errno(inval);
    if (kind === 0) {
      const flags = asked.getUint16(at + 40, true);
      if (flags !== 0) throw new Errno(flags === 1 ? notsup : inval);
      return 0;
    }
    const fd = asked.getInt32(at + 16, true);
    if (fd < 0) throw new Errno(badf);
    if (!this.#open.has(fd)) return badf;
    return kind === 1 ? undefined : notsup;
  }
}

function total(texts: readonly Uint8Array[]): number {
  return texts.reduce((n, text) => n + text.length, 0);
}

// wazero's streams are block devices, with these rights: everything that a
// descriptor which is no folder can have.
const device = 1;
// rights to read and write, to seek and to be asked, bit by bit.
const streamRights = 0b1000_1110_0000_0000_0001_1111_1111n;
