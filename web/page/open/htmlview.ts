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
  const made = new Parser().parseFromString(html, "text/html");
  const plain = !made.querySelector("style, [style], [bgcolor], font");
  for (const one of made.querySelectorAll(reaching)) one.remove();
  for (const one of made.querySelectorAll("*")) disarm(one, onLink);
  place.replaceChild(place.adoptNode(made.documentElement), place.documentElement);
  if (plain) place.head.append(style(place));
}

/** Takes its addresses from an element; a link says where it leads when it is asked to go there. */
function disarm(one: Element, onLink: (address: string) => void): void {
  const isLink = /^(a|area)$/i.test(one.localName);
  const address = one.getAttribute("href") ?? one.getAttribute("xlink:href");
  for (const name of ["href", "xlink:href"]) {
    // What a drawing is made of is in it, or in its document.
    if (isLink || !/^(#|data:)/.test(one.getAttribute(name) ?? "#")) one.removeAttribute(name);
  }
  for (const name of leading) one.removeAttribute(name);
  if (!isLink || address === null) return;
  one.setAttribute("role", "link");
  one.setAttribute("tabindex", "0");
  const go = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    const within = address.startsWith("#") && one.ownerDocument.getElementById(address.slice(1));
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
