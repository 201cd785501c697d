// HTML that a publisher made, in a frame that runs no script (its sandbox and its
// policy each say so), asks nobody, opens no window and sends no form: frame.html. The
// page fills it, so that nothing of it is ever loaded from an address, and takes out
// what would: a browser looks names up, and goes elsewhere, without asking a policy.

import { element } from "../element.ts";

/** What of a document would reach out of it, or be carried out on it. */
const reaching = 'base, link, meta, script, iframe, frame, frameset, object, embed, portal, [attributeName$="href" i]';
const leading = ["ping", "target", "formaction", "action", "download"];

/** Shows a document. Where a link of it leads is told. */
export function htmlView(html: string, name: string, onLink: (address: string) => void): HTMLElement {
  const frame = element("iframe", {
    class: "document",
    title: name,
    sandbox: "allow-same-origin",
    referrerpolicy: "no-referrer",
    src: "./frame.html",
  });
  frame.addEventListener("load", () => fill(frame, html, onLink), { once: true });
  return frame;
}

function fill(frame: HTMLIFrameElement, html: string, onLink: (address: string) => void): void {
  const place = frame.contentDocument;
  // Whatever else was loaded there is not told what was bought.
  if (!place?.querySelector('meta[http-equiv="Content-Security-Policy"]')) return;
  // The frame's own parser: by the page's policy its styles would be refused.
  const { DOMParser: Parser } = place.defaultView as Window & typeof globalThis;
  const made = rootOf(new Parser().parseFromString(html, "text/html"));
  const plain = find(made, "style, [style], [bgcolor], font").length === 0;
  for (const one of find(made, reaching)) proto.remove.call(one);
  for (const one of [made, ...find(made, "*")]) disarm(one, onLink);
  const body = find(made, "body")[0] ?? made;
  if (plain) proto.prepend.call(body, style(place));
  place.replaceChild(place.adoptNode(made), rootOf(place));
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
function disarm(one: Element, onLink: (address: string) => void): void {
  const isLink = proto.matches.call(one, "a, area");
  const get = (name: string): string | null => proto.getAttribute.call(one, name);
  const address = get("href") ?? get("xlink:href");
  for (const name of ["href", "xlink:href"]) {
    // What a drawing is made of is in it, or in its document.
    if (isLink || !/^(#|data:)/.test(get(name) ?? "#")) proto.removeAttribute.call(one, name);
  }
  for (const name of leading) proto.removeAttribute.call(one, name);
  if (!isLink || address === null) return;
  one.setAttribute("role", "link");
  one.setAttribute("tabindex", "0");
  const go = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    const within =
      address.startsWith("#") && find(rootOf(one.ownerDocument), `[id="${CSS.escape(address.slice(1))}"]`)[0];
    if (within) within.scrollIntoView();
    else if (!address.startsWith("#")) onLink(address);
  };
  one.addEventListener("click", go);
  one.addEventListener("keydown", go);
}

/** How a document looks that says nothing of it. */
function style(place: Document): HTMLStyleElement {
  const made = place.createElement("style");
  made.textContent =
    ":root{color-scheme:light dark}body{font:1.06rem/1.65 Georgia,'Noto Serif','Liberation Serif',serif;" +
    "max-width:40rem;margin:1.5rem auto;padding:0 1.2rem}img{max-width:100%;height:auto}[role=link]{text-decoration:underline;cursor:pointer}";
  return made;
}
