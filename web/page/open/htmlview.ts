// HTML that a publisher made, in a frame that runs no script (its sandbox and its
// policy each say so), asks nobody, opens no window and sends no form: frame.html. The
// page fills it, so that nothing of it is ever loaded from an address, and takes out
// what would: a browser looks names up, and goes elsewhere, without asking a policy.

import { element } from "../element.ts";
import type { Beside, Found } from "./beside.ts";
import { takeBeside } from "./besidehtml.ts";
import { fit } from "./fitting.ts";
import { Inliner } from "./inlined.ts";
import { makeLink } from "./link.ts";

/** What of a document would reach out of it, or be carried out on it. */
const reaching = 'base, link, meta, script, iframe, frame, frameset, object, embed, portal, [attributeName$="href" i]';
const leading = ["ping", "target", "formaction", "action", "download", "background"];

/** A document, and where it is. */
export interface HtmlDocument {
  readonly html: string;
  /** Its path in the product. */
  readonly path: string;
  readonly beside: Beside;
  /** The place in it that is shown first; empty for its beginning. */
  readonly fragment: string;
  /** Told where a link leads that leaves the product. */
  onLink(address: string): void;
  /** Told that so many files were too much to be shown in it. */
  onMissed(files: number): void;
  /** Ends when it is shown no more. */
  readonly left: AbortSignal;
}

/** Shows a document. Where a link of it leads is told, or followed within the product. */
export function htmlView(shown: HtmlDocument): HTMLIFrameElement {
  const frame = element("iframe", {
    class: "document",
    title: shown.path,
    sandbox: "allow-same-origin",
    referrerpolicy: "no-referrer",
    src: "./frame.html",
  });
  frame.addEventListener("load", () => void fill(frame, shown), { once: true });
  return frame;
}

async function fill(frame: HTMLIFrameElement, shown: HtmlDocument): Promise<void> {
  const place = frame.contentDocument;
  // Whatever else was loaded there is not told what was bought.
  if (!place?.querySelector('meta[http-equiv="Content-Security-Policy"]')) return;
  // The frame's own parser: by the page's policy its styles would be refused.
  const { DOMParser: Parser } = place.defaultView as Window & typeof globalThis;
  const made = rootOf(new Parser().parseFromString(shown.html, "text/html"));
  const plain = find(made, 'style, [style], [bgcolor], font, link[rel~="stylesheet" i]').length === 0;
  const taken = takeBeside(made, shown.path, shown.beside);
  for (const one of find(made, reaching)) proto.remove.call(one);
  for (const one of [made, ...find(made, "*")]) disarm(one, shown);
  const body = find(made, "body")[0] ?? made;
  proto.prepend.call(body, style(place, plain));
  const inliner = new Inliner();
  await taken.style(inliner);
  if (shown.left.aborted) return;
  place.replaceChild(place.adoptNode(made), rootOf(place));
  fit(frame, made);
  goTo(made, shown.fragment);
  frame.dataset["shown"] = "";
  await taken.fill(inliner, shown.left);
  if (inliner.missed > 0) shown.onMissed(inliner.missed);
}

function goTo(root: Element, fragment: string): void {
  if (fragment !== "")
    find(root, `[id="${CSS.escape(fragment)}"], a[name="${CSS.escape(fragment)}"]`)[0]?.scrollIntoView();
}

// A document's own names stand in the way of what documents and forms have by nature:
// an element named "head" is document.head. What they have is taken from where no name
// of theirs reaches.
const proto = Element.prototype;

function rootOf(made: Document): Element {
  return Reflect.get(Document.prototype, "documentElement", made) as Element;
}

function find(below: Element, selector: string): Element[] {
  return [...proto.querySelectorAll.call(below, selector)];
}

/** Takes its addresses from an element; a link says where it leads when it is asked to go there. */
function disarm(one: Element, shown: HtmlDocument): void {
  const isLink = proto.matches.call(one, "a, area");
  const get = (name: string): string | null => proto.getAttribute.call(one, name);
  const address = get("href") ?? get("xlink:href");
  for (const name of ["href", "xlink:href"]) {
    // What a drawing is made of is in it, or in its document.
    if (isLink || !/^(#|data:)/.test(get(name) ?? "#")) proto.removeAttribute.call(one, name);
  }
  for (const name of leading) proto.removeAttribute.call(one, name);
  if (isLink && address !== null) makeLink(one, () => follow(one, address, shown));
}

function follow(one: Element, address: string, { path, beside, onLink }: HtmlDocument): void {
  const found: Found | undefined = beside.find(path, address);
  if (!found) return onLink(address);
  if (found.file.path !== path) return beside.follow(found);
  const root = rootOf(one.ownerDocument);
  if (found.fragment === "") root.scrollIntoView();
  else goTo(root, found.fragment);
}

const links = ":where([role=link]){text-decoration:underline;cursor:pointer}"; // they have no address any more

const plainLook =
  ":root{color-scheme:light dark}body{font:1.06rem/1.65 Georgia,'Noto Serif','Liberation Serif',serif;" +
  "max-width:40rem;margin:1.5rem auto;padding:0 1.2rem}img{max-width:100%;height:auto}";

/** How a document looks, as far as it does not say so itself. */
function style(place: Document, isPlain: boolean): HTMLStyleElement {
  const made = place.createElement("style");
  made.textContent = isPlain ? plainLook + links : links;
  return made;
}
