// A notification of the system when the key is here, for who asks for it.

import { button, element } from "../element.ts";

/** The offer, and the telling. */
export interface Notice {
  readonly node: HTMLElement;
  /** Tells, where it was asked for and the page is not looked at. */
  tell(title: string, words: string): void;
}

/** Makes the offer; there is none where the browser has no notifications, or refused them before. */
export function notice(): Notice {
  const can = "Notification" in window && Notification.permission !== "denied";
  let wanted = false;
  const told = element("span", { role: "status", class: "note" });
  const ask = button(
    "Tell me when it is ready",
    async () => {
      wanted = (await Notification.requestPermission()) === "granted";
      ask.hidden = true;
      told.textContent = wanted
        ? "You are told when it is ready, while this page is open."
        : "The browser does not let this page tell you.";
    },
    { class: "button" },
  );
  const node = element("p", { class: "acts", hidden: !can }, ask, told);
  const tell = (title: string, words: string): void => {
    if (!wanted || document.visibilityState === "visible") return;
    try {
      new Notification(title, { body: words });
    } catch {
      // Some phones have them in service workers alone.
    }
  };
  return { node, tell };
}
