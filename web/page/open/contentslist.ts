// What was opened: its files, each shown in place where the page can, and saved.

import type { OpenedFile } from "../../terminal/folder.ts";
import type { Opened, OpenedSection } from "../../terminal/open.ts";
import { said } from "../../terminal/failure.ts";
import { button, element } from "../element.ts";
import { sizeText } from "../size.ts";
import { type FileType, type Kind, typeOf } from "../kinds.ts";
import { read, type Reading } from "./reader.ts";
import { saveAll, saveFile, type Tree } from "./saving.ts";
import { failureNote, fraudNote } from "./troublenote.ts";

const atOnce = 100; // files of a folder that are listed before more are asked for

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

/** What is listed, and what ends it. */
export interface Contents {
  readonly element: HTMLElement;
  leave(): void;
}

/** Lists what was opened. A single file is shown at once, and so is the only text among others. */
export function contentsList({ sections }: Opened, title: string): Contents {
  const desk = new Desk();
  const tree: Tree = {
    files: sections.flatMap((section) => (section.fraud ? [] : section.files)),
    folders: sections.flatMap(({ folders }) => folders),
  };
  const list = element("ul", { class: "contents" }, ...sections.map((section) => sectionItem(section, desk)));
  const all = tree.files.length + tree.folders.length > 1 && saveAllRow(tree, title);
  const shown = element(
    "section",
    { class: "card opened" },
    element("h2", { tabindex: "-1" }, "Here it is"),
    all,
    list,
  );
  if (sections.every(({ failure, fraud }) => !failure && !fraud)) onlyOne(shown, tree.files.length)?.click();
  return { element: shown, leave: () => desk.close() };
}

/** The button of what is shown without being asked for: nothing where there is a choice. */
function onlyOne(shown: HTMLElement, files: number): HTMLButtonElement | undefined {
  const buttons = [...shown.querySelectorAll<HTMLButtonElement>("button.show")];
  const chosen = files === 1 ? buttons : buttons.filter(({ dataset }) => dataset["text"] !== undefined);
  return chosen.length === 1 ? chosen[0] : undefined;
}

/** Shows one file at a time. */
class Desk {
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

function saveAllRow(tree: Tree, title: string): HTMLElement {
  const told = element("span", { role: "status", class: "note" });
  const save = async (): Promise<void> => {
    const tell = (words: string): void => void (told.textContent = words);
    await saveAll(tree, title, tell).then(tell, (cause: unknown) =>
      tell(isDismissal(cause) ? "Nothing was saved." : `Not all of it was saved: ${said(cause)}`),
    );
  };
  const size = tree.files.reduce((sum, { blob }) => sum + blob.size, 0);
  return element(
    "p",
    { class: "acts" },
    button("Save all", save, { class: "button main" }),
    element("span", { class: "note" }, `${tree.files.length} files, ${sizeText(size)}`),
    told,
  );
}

/** Whether the user closed the browser's own window. */
function isDismissal(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}

function sectionItem(section: OpenedSection, desk: Desk): HTMLElement {
  const { files, folders, name, failure, fraud } = section;
  if (fraud) return element("li", {}, fraudNote(section, fraud));
  if (folders.length === 0) {
    return element(
      "li",
      {},
      failure && failureNote(name, failure),
      ...files.map((file) => fileRow(file, file.path, desk)),
    );
  }
  const inner = element("ul", { class: "contents" });
  const more = button("", () => add(), { class: "button" });
  let next = 0;
  const add = (): void => {
    for (const file of files.slice(next, next + atOnce)) {
      inner.append(element("li", {}, fileRow(file, file.path.slice(name.length + 1), desk)));
    }
    next = Math.min(files.length, next + atOnce);
    more.textContent = `Show ${Math.min(atOnce, files.length - next)} more of ${files.length} files`;
    more.hidden = next === files.length;
  };
  add();
  return element("li", { class: "folder" }, element("h3", {}, element("bdi", {}, name)), inner, more);
}

/** A file: its name, what it is, its size, and what can be done with it. */
function fileRow(file: OpenedFile, shown: string, desk: Desk): HTMLElement {
  const type = typeOf(file.path, file.media);
  const place = element("div", { class: "place" });
  const verb = verbs[type.kind];
  return element(
    "div",
    { class: "file" },
    element(
      "div",
      { class: "what" },
      element("bdi", { class: "name" }, shown),
      element("span", { class: "note" }, `${type.words} · ${sizeText(file.blob.size)}`),
    ),
    element(
      "div",
      { class: "acts" },
      verb !== undefined && showButton(file, type, verb, place, desk),
      button("Save", () => saveFile(file), { class: "button", "aria-label": `Save ${shown}` }),
    ),
    place,
  );
}

function showButton(file: OpenedFile, type: FileType, verb: string, place: HTMLElement, desk: Desk): HTMLElement {
  const label = (open: boolean): void => {
    made.textContent = open ? "Close" : verb;
    made.setAttribute("aria-expanded", String(open));
    made.setAttribute("aria-label", `${open ? "Close" : verb} ${file.path}`);
  };
  const toggle = async (): Promise<void> => {
    if (place.childNodes.length > 0) return desk.close();
    const reading = await read(file, type).catch((cause: unknown) => unread(cause));
    desk.open(reading, () => {
      place.replaceChildren();
      label(false);
    });
    place.replaceChildren(...reading.content);
    label(true);
  };
  const made = button(verb, toggle, { class: "button show", ...(texts.has(type.kind) && { "data-text": "" }) });
  label(false);
  return made;
}

function unread(cause: unknown): Reading {
  return {
    content: [element("p", { class: "note", role: "alert" }, `It cannot be shown: ${said(cause)}. Save it instead.`)],
    end: () => undefined,
  };
}
