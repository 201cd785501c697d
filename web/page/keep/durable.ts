// What a buyer is told of where the keys of purchases are kept, before paying.

import type { Storage } from "../../terminal/storage.ts";
import { button, element } from "../element.ts";
import { saveCopy } from "./copyfile.ts";
import { isPersistent } from "./persisting.ts";

export { askToPersist } from "./persisting.ts";

const promised = "Kept on this device. The browser promised to keep it until you clear this page's data yourself.";
const unpromised =
  "Kept on this device, in this browser. The browser did not promise to keep it: a private window forgets it when it is closed, and a full disk may take it. A copy is safe from both.";

/** Says where the keys are kept, whether the browser promised to keep them, and offers a copy. */
export function durableNote(storage: Storage): HTMLElement {
  const state = element("p", { class: "note", role: "status" }, "Kept on this device.");
  const told = element("p", { class: "note", role: "status" });
  const look = async (): Promise<void> => {
    state.textContent = (await isPersistent()) ? promised : unpromised;
  };
  const save = async (): Promise<void> => {
    told.textContent = await saveCopy(storage);
    await look();
  };
  void look();
  return element(
    "section",
    { class: "durable", "aria-label": "Where your keys are kept" },
    element("p", { class: "what" }, element("strong", {}, "The key of what you buy")),
    state,
    element("p", { class: "acts" }, button("Save a copy of the keys", save, { class: "button" })),
    told,
  );
}
