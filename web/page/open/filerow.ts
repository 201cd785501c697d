// A file of what was opened: its name, what it is, its size, and what can be done with it.

import type { OpenedFile } from "../../terminal/folder.ts";
import { said } from "../../terminal/failure.ts";
import { button, element } from "../element.ts";
import { type FileType, type Kind, typeOf } from "../kinds.ts";
import { sizeText } from "../size.ts";
import type { Beside } from "./beside.ts";
import { read, type Reading } from "./reader.ts";
import { saveFile } from "./saving.ts";

const verbs: Readonly<Partial<Record<Kind, string>>> = {
  prose: "Read",
  code: "Read",
  markdown: "Read",
  html: "Read",
  pdf: "Read",
  image: "Look",
  drawing: "Look",
  audio: "Listen",
  video: "Watch",
};

const texts: ReadonlySet<Kind> = new Set<Kind>(["prose", "code", "markdown", "html"]);

/** Shows one file at a time. */
export class Desk {
  #reading: Reading | undefined;
  #close: (() => void) | undefined;

  open(reading: Reading, close: () => void): void {
    this.close();
    [this.#reading, this.#close] = [reading, close];
  }

  close(): void {
    this.#close?.();
    this.#reading?.end();
    [this.#reading, this.#close] = [undefined, undefined];
  }
}

/** A file's row, and what was asked of it elsewhere. */
export interface FileRow {
  readonly element: HTMLElement;
  /** Shows the file, where the page can, from a place in it. */
  show(fragment: string): Promise<void>;
}

/** Makes a row. @param shown its name there */
export function fileRow(file: OpenedFile, shown: string, desk: Desk, beside: Beside): FileRow {
  const type = typeOf(file.path, file.media);
  const place = element("div", { class: "place" });
  const shower =
    verbs[type.kind] === undefined ? undefined : showing(file, type, verbs[type.kind]!, place, desk, beside);
  const save = button("Save", () => saveFile(file), { class: "button", "aria-label": `Save ${shown}` });
  const made = element(
    "div",
    { class: "file" },
    element(
      "div",
      { class: "what" },
      element("bdi", { class: "name" }, shown),
      element("span", { class: "note" }, `${type.words} · ${sizeText(file.blob.size)}`),
    ),
    element("div", { class: "acts" }, shower?.button, save),
    place,
  );
  const show = async (fragment: string): Promise<void> => {
    await shower?.show(fragment);
    (shower?.button ?? save).focus({ preventScroll: true });
    if (fragment === "" || !shower) made.scrollIntoView();
  };
  return { element: made, show };
}

interface Shower {
  readonly button: HTMLButtonElement;
  show(fragment: string): Promise<void>;
}

function showing(
  file: OpenedFile,
  type: FileType,
  verb: string,
  place: HTMLElement,
  desk: Desk,
  beside: Beside,
): Shower {
  const label = (open: boolean): void => {
    made.textContent = open ? "Close" : verb;
    made.setAttribute("aria-expanded", String(open));
    made.setAttribute("aria-label", `${open ? "Close" : verb} ${file.path}`);
  };
  const show = async (fragment: string): Promise<void> => {
    const reading = await read(file, type, beside, fragment).catch((cause: unknown) => unread(cause));
    desk.open(reading, () => {
      place.replaceChildren();
      label(false);
    });
    place.replaceChildren(...reading.content);
    label(true);
    reading.goTo(fragment);
  };
  const toggle = async (): Promise<void> => (place.childNodes.length > 0 ? desk.close() : show(""));
  const made = button(verb, toggle, { class: "button show", ...(texts.has(type.kind) && { "data-text": "" }) });
  label(false);
  return { button: made, show };
}

function unread(cause: unknown): Reading {
  return {
    content: [element("p", { class: "note", role: "alert" }, `It cannot be shown: ${said(cause)}. Save it instead.`)],
    goTo: () => undefined,
    end: () => undefined,
  };
}
