// The files of a folder, of which there may be 20,000: a part of them at a time is in
// the page, and one looks for a name.

import type { OpenedFile } from "../../terminal/folder.ts";
import { button, element } from "../element.ts";
import type { Beside } from "./beside.ts";
import { type Desk, fileRow } from "./filerow.ts";

const atOnce = 100; // files that are listed at once

/** A folder's list, and what shows a file of it. */
export interface FolderList {
  readonly element: HTMLElement;
  /** Shows a file of the folder, wherever in the list it is. */
  show(file: OpenedFile, fragment: string): Promise<void>;
}

/** Lists the files of a folder. */
export function folderList(name: string, files: readonly OpenedFile[], desk: Desk, beside: Beside): FolderList {
  return new List(name, files, desk, beside);
}

class List implements FolderList {
  readonly element: HTMLElement;
  readonly #name: string;
  readonly #files: readonly OpenedFile[];
  readonly #desk: Desk;
  readonly #beside: Beside;
  readonly #rows = element("ul", { class: "contents" });
  readonly #told = element("span", { role: "status", class: "note" });
  readonly #before = button("Previous", () => this.#turn(-atOnce), { class: "button" });
  readonly #after = button("Next", () => this.#turn(atOnce), { class: "button" });
  readonly #wanted = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  #found: readonly OpenedFile[];
  #first = 0;

  constructor(name: string, files: readonly OpenedFile[], desk: Desk, beside: Beside) {
    [this.#name, this.#files, this.#desk, this.#beside] = [name, files, desk, beside];
    this.#found = files;
    const isLong = files.length > atOnce;
    this.#wanted.addEventListener("input", () => this.#look());
    const look = element("label", { class: "look" }, `Find a file in ${name}`, this.#wanted);
    const turn = element("p", { class: "acts" }, this.#before, this.#after, this.#told);
    this.element = element(
      "li",
      { class: "folder" },
      element("h3", {}, element("bdi", {}, name)),
      isLong && look,
      isLong && turn,
      this.#rows,
    );
    this.#list();
  }

  async show(file: OpenedFile, fragment: string): Promise<void> {
    if (!this.#found.includes(file)) [this.#wanted.value, this.#found] = ["", this.#files];
    const at = this.#found.indexOf(file);
    this.#first = at - (at % atOnce);
    await this.#list().get(file)?.show(fragment);
  }

  #shownName({ path }: OpenedFile): string {
    return path.slice(this.#name.length + 1);
  }

  #look(): void {
    const words = this.#wanted.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.#found = this.#files.filter((file) => {
      const name = this.#shownName(file).toLowerCase();
      return words.every((word) => name.includes(word));
    });
    this.#first = 0;
    this.#list();
  }

  #turn(by: number): void {
    const first = this.#first + by;
    if (first < 0 || first >= this.#found.length) return;
    this.#first = first;
    this.#list();
  }

  /** Lists the files that are due. What is read of those before them is closed. */
  #list() {
    this.#desk.close();
    const due = this.#found.slice(this.#first, this.#first + atOnce);
    const rows = new Map(due.map((file) => [file, fileRow(file, this.#shownName(file), this.#desk, this.#beside)]));
    this.#rows.replaceChildren(...[...rows.values()].map((row) => element("li", {}, row.element)));
    const last = this.#first + due.length;
    const many = `${this.#found.length} ${this.#found.length === 1 ? "file" : "files"}`;
    this.#told.textContent = due.length === 0 ? "No file has such a name." : `${this.#first + 1} to ${last} of ${many}`;
    setDisabled(this.#before, this.#first === 0);
    setDisabled(this.#after, last >= this.#found.length);
    return rows;
  }
}

/** A button that does nothing keeps the focus where it has it: it is pressed until the list ends. */
function setDisabled(one: HTMLButtonElement, is: boolean): void {
  one.setAttribute("aria-disabled", String(is));
}
