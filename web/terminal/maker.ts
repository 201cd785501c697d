// Making the product of a section by the wrap's release program (spec 6.7).

import { concat } from "../protocol/bytes.ts";
import type { Purchase } from "../protocol/environment.ts";
import { maxModule } from "../protocol/module.ts";
import { compileProgram, type Program, ProgramError, runProgram } from "../protocol/program.ts";
import { checkSealed, inflate, SectionError } from "../protocol/section.ts";
import { chunks } from "../protocol/source.ts";
import type { SealedPart } from "./wrapfile.ts";

/** The wrap's release program, ready to run, or why it never will be. */
export interface Maker {
  readonly purchase: Purchase;
  readonly program: Program | ProgramError;
}

/**
 * Loads a release program. What is none is the publisher's fault, and leaves the
 * sections' own bytes.
 * @throws SectionError of the fault damage, and what the source throws
 */
export async function loadMaker(part: SealedPart, purchase: Purchase): Promise<Maker> {
  await checkSealed(part.source, part.signed, part.list);
  try {
    return { purchase, program: await compileProgram(await unpack(part)) };
  } catch (cause) {
    if (cause instanceof ProgramError) return { purchase, program: cause };
    if (!(cause instanceof SectionError)) throw cause;
    return { purchase, program: new ProgramError("unfit", cause.message, { cause }) };
  }
}

async function unpack({ source, signed: { size } }: SealedPart): Promise<Uint8Array> {
  if (size > maxModule) throw new ProgramError("unfit", `it has ${size} bytes, at most ${maxModule} are allowed`);
  const wasm = new Uint8Array(size);
  let at = 0;
  for await (const block of inflate(chunks(source), size)) {
    wasm.set(block, at);
    at += block.length;
  }
  return wasm;
}

/**
 * Runs the program on a section's bytes, which are taken from the list as they are
 * read: what is read is not held twice.
 * @throws ProgramError when it fails; what `write` throws comes through as it is
 */
export function make(
  { program, purchase }: Maker,
  size: number,
  section: Uint8Array[],
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  if (program instanceof ProgramError) throw program;
  return runProgram(program, purchase, { size, read: reader(section), write });
}

/** Reads as many bytes as are asked for, until there are no more. */
function reader(section: Uint8Array[]): (length: number) => Uint8Array {
  const rest = section.reverse();
  return (length) => {
    const parts: Uint8Array[] = [];
    while (length > 0 && rest.length > 0) {
      const next = rest.pop()!;
      if (next.length > length) rest.push(next.subarray(length));
      parts.push(next.subarray(0, length));
      length -= parts.at(-1)!.length;
    }
    return parts.length === 1 ? parts[0]! : concat(...parts);
  };
}
