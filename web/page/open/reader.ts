// One file, shown in the page as what it is. What is not what it says it is, is not shown.

import type { OpenedFile } from "../../terminal/folder.ts";
import { element } from "../element.ts";
import { htmlView } from "./htmlview.ts";
import { beginsAs, type FileType, headSize } from "../kinds.ts";
import { markdownView } from "./markdownview.ts";
import { NoText, TextReader, textView } from "./textview.ts";

const largestDocument = 8 << 20; // bytes of HTML and Markdown, which are laid out whole

/** What is shown, and what ends it. */
export interface Reading {
  readonly content: readonly Node[];
  end(): void;
}

/** Shows a file. Why it is not shown is shown instead. */
export async function read(file: OpenedFile, type: FileType): Promise<Reading> {
  const urls: string[] = [];
  const end = (): void => urls.forEach((url) => URL.revokeObjectURL(url));
  const urlOf = (blob: Blob): string => {
    const url = URL.createObjectURL(blob);
    urls.push(url);
    return url;
  };
  try {
    return { content: await viewsOf(file, type, urlOf), end };
  } catch (cause) {
    if (!(cause instanceof NoText)) throw cause;
    return { content: [refusal(type, cause.message)], end };
  }
}

async function viewsOf(file: OpenedFile, type: FileType, urlOf: (blob: Blob) => string): Promise<Node[]> {
  const { blob, path } = file;
  const head = new Uint8Array(await blob.slice(0, headSize).arrayBuffer());
  if (!beginsAs(type, head)) return [refusal(type, "its first bytes are those of something else")];
  const typed = (): string => urlOf(blob.slice(0, blob.size, type.media));
  switch (type.kind) {
    case "prose":
    case "code":
      return [await textView(blob, type.kind)];
    case "markdown":
      return blob.size > largestDocument ? [await textView(blob, "prose")] : [markdownView(await wholeText(blob))];
    case "html":
      return blob.size > largestDocument ? [await textView(blob, "code")] : documentViews(await wholeText(blob), path);
    case "image":
      return [picture(typed(), path)];
    case "drawing":
      if (blob.size > largestDocument) return [refusal(type, "it is too large to be shown")];
      return [await drawing(blob, path)];
    case "audio":
    case "video":
      return [player(type.kind, typed(), path)];
    case "pdf":
      return pdfViews(typed(), path);
    case "other":
      return [refusal(type, "this page cannot show it")];
  }
}

function wholeText(blob: Blob): Promise<string> {
  return new TextReader(blob).next(largestDocument);
}

function documentViews(html: string, name: string): Node[] {
  const led = element("p", { class: "note", role: "status" });
  const tell = (address: string): void => led.replaceChildren("This link leads to ", leadTo(address));
  return [htmlView(html, name, tell), led];
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

// A drawing may hold scripts, which run where it is opened by itself, as browsers offer
// of every picture: so it has no address of the page's, and stands where HTML does.
async function drawing(blob: Blob, name: string): Promise<HTMLElement> {
  const url = await dataUrl(blob.slice(0, blob.size, "image/svg+xml"));
  const alt = name.replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`);
  return htmlView(`<img src="${url}" alt="${alt}">`, name, () => undefined);
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new NoText("it cannot be read"));
    reader.readAsDataURL(blob);
  });
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
