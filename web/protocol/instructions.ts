// Walking the instructions of a function: those of WebAssembly 2.0 without
// reference types and multiple values (spec 6.7). Engines know more of them, which
// another terminal's may not.

import { UnfitError, type WasmReader } from "./wasmreader.ts";

const valueTypes = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x7b]); // i32, i64, f32, f64, v128

/** Passes the type of a value. */
export function valueType(r: WasmReader): number {
  const type = r.byte();
  if (!valueTypes.has(type)) throw new UnfitError(`it has values of the type 0x${type.toString(16)}`);
  return type;
}

/** Passes a constant expression: one instruction and its end. */
export function constantExpression(r: WasmReader): void {
  const opcode = r.byte();
  if (opcode === 0x41 || opcode === 0x42) r.signed();
  else if (opcode === 0x23 || opcode === 0xd2)
    r.number(); // global.get, ref.func
  else if (opcode === 0x43) r.take(4);
  else if (opcode === 0x44) r.take(8);
  else if (opcode === 0xd0)
    r.byte(); // ref.null
  else if (opcode === 0xfd && r.number() === 12) r.take(16);
  else throw new UnfitError("a constant expression is no single instruction");
  if (r.byte() !== 0x0b) throw new UnfitError("a constant expression is no single instruction");
}

/**
 * Passes all instructions that are left.
 * @returns where each memory.grow begins, which has two bytes
 */
export function walk(r: WasmReader): number[] {
  const grows: number[] = [];
  while (r.left > 0) {
    const at = r.at;
    const opcode = r.byte();
    if (opcode === 0x40) grows.push(at);
    passImmediates(r, opcode);
  }
  return grows;
}

function passImmediates(r: WasmReader, opcode: number): void {
  if (opcode >= 0x45 && opcode <= 0xc4) return; // comparisons, arithmetic, conversions
  if (opcode >= 0x28 && opcode <= 0x3e) return memoryArgument(r);
  if (opcode >= 0x20 && opcode <= 0x24) return void r.number(); // variables
  switch (opcode) {
    case 0x00: // unreachable
    case 0x01: // nop
    case 0x05: // else
    case 0x0b: // end
    case 0x0f: // return
    case 0x1a: // drop
    case 0x1b: // select
      return;
    case 0x02: // block
    case 0x03: // loop
    case 0x04: // if
      return blockType(r);
    case 0x0c: // br
    case 0x0d: // br_if
    case 0x10: // call
      return void r.number();
    case 0x0e: // br_table
      r.vector(1, () => r.number());
      return void r.number();
    case 0x11: // call_indirect
      r.number();
      return zero(r);
    case 0x3f: // memory.size
    case 0x40: // memory.grow
      return zero(r);
    case 0x41: // i32.const
    case 0x42: // i64.const
      return r.signed();
    case 0x43: // f32.const
      return void r.take(4);
    case 0x44: // f64.const
      return void r.take(8);
    case 0xfc:
      return bulk(r, r.number());
    case 0xfd:
      return vectors(r, r.number());
  }
  throw foreign(opcode);
}

/** Conversions that saturate, and what moves many bytes or elements. */
function bulk(r: WasmReader, opcode: number): void {
  if (opcode <= 7) return;
  switch (opcode) {
    case 8: // memory.init
    case 12: // table.init
      r.number();
      return zero(r);
    case 9: // data.drop
    case 13: // elem.drop
      return void r.number();
    case 10: // memory.copy
    case 14: // table.copy
      zero(r);
      return zero(r);
    case 11: // memory.fill
      return zero(r);
  }
  throw foreign(0xfc, opcode);
}

/** Instructions on vectors of 128 bits. */
function vectors(r: WasmReader, opcode: number): void {
  if (opcode > 0xff) throw foreign(0xfd, opcode); // relaxed ones, whose results may differ
  if (opcode <= 11 || opcode === 92 || opcode === 93) return memoryArgument(r);
  if (opcode === 12 || opcode === 13) return void r.take(16); // a constant, a shuffle
  if (opcode >= 21 && opcode <= 34) return void r.byte(); // a lane
  if (opcode < 84 || opcode > 91) return;
  memoryArgument(r);
  r.byte();
}

/** Alignment and offset. An engine with several memories reads bit 6 as another one's number. */
function memoryArgument(r: WasmReader): void {
  if (r.number() > 4) throw new UnfitError("an alignment is of more than 16 bytes");
  r.number();
}

function blockType(r: WasmReader): void {
  const type = r.byte();
  if (type !== 0x40 && !valueTypes.has(type)) throw new UnfitError("a block has several values, or references");
}

/** The number of the only memory or table. */
function zero(r: WasmReader): void {
  if (r.byte() !== 0) throw new UnfitError("it has several memories or tables");
}

function foreign(...opcode: number[]): UnfitError {
  const name = opcode.map((b) => `0x${b.toString(16)}`).join(" ");
  return new UnfitError(`it has the instruction ${name}, which WebAssembly 2.0 without references has not`);
}
