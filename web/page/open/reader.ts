// One file, shown in the page as what it is. What is not what it says it is, is not shown.

import type { OpenedFile } from "../../terminal/folder.ts";
import { element } from "../element.ts";
import type { Beside } from "./beside.ts";
import { htmlView } from "./htmlview.ts";
import { dataUrl } from "./inlined.ts";
import { beginsAs, type FileType, headSize, typeOf } from "../kinds.ts";
import { goToHeading, markdownView } from "./markdownview.ts";
import { NoText, TextReader, textView } from "./textview.ts";

const largestDocument = 8 << 20; // bytes of HTML and Markdown, which are laid out whole

/** What is shown, and what ends it. */
export interface Reading {
  readonly content: readonly Node[];
  /** Goes to a place in it. It was put into the page before. */
  goTo(fragment: string): void;
  end(): void;
}

/** Shows a file, from a place in it. Why it is not shown is shown instead. */
export async function read(file: OpenedFile, type: FileType, beside: Beside, fragment = ""): Promise<Reading> {
  const reader = new Reader(file, type, beside, fragment);
  const content = await reader.views().catch((cause: unknown) => {
    if (!(cause instanceof NoText)) throw cause;
    return [refusal(type, cause.message)];
  });
  const goTo = (to: string): void => content.forEach((one) => one instanceof Element && goToHeading(one, to));
  return { content, goTo, end: () => reader.end() };
}

class Reader {
  readonly #file: OpenedFile;
  readonly #type: FileType;
  readonly #beside: Beside;
  readonly #fragment: string;
  readonly #left = new AbortController();
  readonly #urls: string[] = [];

  constructor(file: OpenedFile, type: FileType, beside: Beside, fragment: string) {
    this.#file = file;
    this.#type = type;
    this.#beside = beside;
    this.#fragment = fragment;
  }

  end(): void {
    this.#left.abort();
    for (const url of this.#urls) URL.revokeObjectURL(url);
  }

  async views(): Promise<Node[]> {
    const { blob, path } = this.#file;
    const type = this.#type;
    if (!(await begins(this.#file, type))) return [refusal(type, "its first bytes are those of something else")];
    switch (type.kind) {
      case "prose":
      case "code":
        return [await textView(blob, type.kind)];
      case "markdown":
        return blob.size > largestDocument ? [await textView(blob, "prose")] : [await this.#markdown()];
      case "html":
        return blob.size > largestDocument ? [await textView(blob, "code")] : this.#html(await wholeText(blob));
      case "image":
        return [picture(this.#url(this.#file, type), path)];
      case "drawing":
        if (blob.size > largestDocument) return [refusal(type, "it is too large to be shown")];
        return [await this.#drawing(this.#file, path)];
      case "audio":
      case "video":
        return [player(type.kind, this.#url(this.#file, type), path)];
      case "pdf":
        return pdfViews(this.#url(this.#file, type), path);
      case "other":
        return [refusal(type, "this page cannot show it")];
    }
  }

  #url({ blob }: OpenedFile, { media }: FileType): string {
    const url = URL.createObjectURL(blob.slice(0, blob.size, media));
    this.#urls.push(url);
    return url;
  }

  async #markdown(): Promise<HTMLElement> {
    const { path, blob } = this.#file;
    const view: HTMLElement = markdownView(await wholeText(blob), {
      way: (address) => {
        const found = this.#beside.find(path, address);
        if (found?.file.path === path) return () => goToHeading(view, found.fragment);
        return found && (() => this.#beside.follow(found));
      },
      picture: (address, words) => this.#picture(address, words),
    });
    return view;
  }

  /** A picture beside a text. */
  async #picture(address: string, words: string): Promise<Node | undefined> {
    const file = this.#beside.find(this.#file.path, address)?.file;
    const type = file && typeOf(file.path, file.media);
    if (!file || !type || !(await begins(file, type)) || this.#left.signal.aborted) return undefined;
    if (type.kind === "image") return picture(this.#url(file, type), words);
    if (type.kind !== "drawing" || file.blob.size > largestDocument) return undefined;
    const frame = await this.#drawing(file, words);
    frame.classList.add("small");
    return frame;
  }

  #html(html: string): Node[] {
    const led = element("p", { class: "note", role: "status" });
    const view = htmlView({
      html,
      path: this.#file.path,
      beside: this.#beside,
      fragment: this.#fragment,
      left: this.#left.signal,
      onLink: (address) => led.replaceChildren("This link leads to ", leadTo(address)),
      onMissed: (files) => {
        const them = files === 1 ? "A file that it shows is too large" : `${files} files that it shows are too large`;
        led.replaceChildren(`${them} to be shown in it. The list of files has all.`);
      },
    });
    return [view, led];
  }

  // A drawing may hold scripts, which run where it is opened by itself, as browsers offer
  // of every picture: so it has no address of the page's, and stands where HTML does.
  async #drawing({ blob, path }: OpenedFile, words: string): Promise<HTMLIFrameElement> {
    const url = await dataUrl(blob.slice(0, blob.size, "image/svg+xml"));
    const alt = words.replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`);
    const ignored = (): void => undefined; // a picture leads nowhere, and names nothing beside it
    const html = `<img src="${url}" alt="${alt}">`;
    const { signal: left } = this.#left;
    return htmlView({ html, path, beside: this.#beside, fragment: "", left, onLink: ignored, onMissed: ignored });
  }
}

/** Whether a file begins as what it says it is. */
async function begins({ blob }: OpenedFile, type: FileType): Promise<boolean> {
  return beginsAs(type, new Uint8Array(await blob.slice(0, headSize).arrayBuffer()));
}

function wholeText(blob: Blob): Promise<string> {
  return new TextReader(blob).next(largestDocument);
}

/** Where a link of a document leads; only https is gone to. */
function leadTo(address: string): Node {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return element("bdi", {}, address);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
}

function picture(url: string, name: string): HTMLElement {
  const image = element("img", { class: "picture", src: url, alt: name });
  image.addEventListener("error", () => image.replaceWith(broken()));
  return image;
}

function player(kind: "audio" | "video", url: string, name: string): HTMLElement {
  const made = element(kind, { controls: true, src: url, "aria-label": name, preload: "metadata" });
  made.addEventListener("error", () => made.replaceWith(broken()));
  return made;
}

function pdfViews(url: string, name: string): Node[] {
  if (navigator.pdfViewerEnabled) return [element("iframe", { class: "document", src: url, title: name })];
  return [element("p", { class: "note" }, "This browser shows no PDF in a page: save it, and open it.")];
}

function broken(): HTMLElement {
  return element("p", { class: "note" }, "This browser cannot show it. Save it, and open it with a program that can.");
}

function refusal({ words }: FileType, why: string): HTMLElement {
  return element("p", { class: "note" }, `It is named a ${words}, but ${why}. It is not shown here; it can be saved.`);
}
