// The page in another's frame, which could lay its own over it and have a user press
// what he does not see. Nodes forbid it by a header (frame-ancestors); a file server may
// send none, and a page cannot say it of itself: so it shows nothing there.

import { element } from "./element.ts";

/** Whether this window is in a frame, of whatever page. */
export function isFramed(): boolean {
  return window.top !== window.self;
}

/** What is shown instead: a way out, which opens the page alone. */
export function framedNotice(): HTMLElement {
  const alone = { href: location.pathname, target: "_blank", rel: "noopener noreferrer", class: "button main" };
  return element(
    "section",
    { class: "card" },
    element("h1", {}, "This page stands in another page"),
    element("p", {}, "Whoever put it there could cover it, so nothing is shown, and nothing can be bought here."),
    element("p", { class: "acts" }, element("a", alone, "Open it alone")),
  );
}
