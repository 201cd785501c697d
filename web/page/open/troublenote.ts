// What to know of a part that is not what was promised, or of which no product was made.

import type { Reason } from "../../protocol/program.ts";
import type { OpenedSection } from "../../terminal/open.ts";
import { button, element } from "../element.ts";
import { saveFile } from "./saving.ts";

const kinds: Readonly<Record<NonNullable<OpenedSection["fraud"]>["kind"], string>> = {
  key: "It was sealed for another key than the one that its publisher sold.",
  encryption: "It was sealed so that the key that its publisher sold does not open all of it.",
  content: "What is in it is not as many bytes as its publisher signed, or cannot be unpacked.",
  folder: "Its publisher signed that it is a folder, and it is none.",
};

/** Says that a part is a fraud, and gives the proof of it. */
export function fraudNote({ name, files }: OpenedSection, fraud: NonNullable<OpenedSection["fraud"]>): HTMLElement {
  const proof = files.find(({ path }) => path === fraud.proof)!;
  const others = files.filter((file) => file !== proof);
  return element(
    "section",
    { class: "danger trouble" },
    element("h3", {}, element("bdi", {}, name), " is not what its publisher signed"),
    element(
      "p",
      {},
      `${kinds[fraud.kind]} Nobody but the publisher can have made it so: the file is whole, and he signed it.`,
    ),
    element(
      "p",
      {},
      "The page has made a proof that anybody can check, with ",
      element("code", {}, `shrinkwrap verify ${fraud.proof} FILE.wrap`),
      ", without knowing you or your order. Show it to whoever sold you the code, or to the committee.",
    ),
    element(
      "p",
      {},
      element("strong", {}, "Take care whom you give it to: "),
      "the proof holds the key of what you bought. Whoever has it opens everything that this purchase opens.",
    ),
    element(
      "p",
      { class: "acts" },
      button("Save the proof", () => saveFile(proof), { class: "button" }),
      ...others.map((file) => button("Save its bytes as they are", () => saveFile(file), { class: "button" })),
    ),
    element(
      "p",
      { class: "note" },
      "The payment is not undone by this: the escrow vouches for the key, not for what it opens.",
    ),
  );
}

const reasons: Readonly<Partial<Record<Reason, string>>> = {
  time: "it took too long",
  memory: "it asked for too much memory",
  output: "it wrote far more than it was given",
  files: "it wanted files of this device, which it is not given",
  network: "it wanted the network, which it is not given",
  folder: "what it made is no folder",
};

/** Says that no copy was made of a part, whose own bytes are here instead. */
export function failureNote(name: string, failure: NonNullable<OpenedSection["failure"]>): HTMLElement {
  return element(
    "section",
    { class: "trouble notice" },
    element("h3", {}, "Your own copy of ", element("bdi", {}, name), " could not be made"),
    element(
      "p",
      {},
      `The publisher's program, which makes a copy for each buyer, failed: ${reasons[failure.reason] ?? failure.message.replace(/^release program failed: /, "")}. ` +
        "Nothing of yours is lost: the part that the program is given is here as it is, and you can save it. " +
        "The publisher can tell you what to do with it.",
    ),
  );
}
