// That what is bought is kept in this browser, and how to have it elsewhere too.

import { exportAll } from "../../terminal/backup.ts";
import { said } from "../../terminal/failure.ts";
import type { Storage } from "../../terminal/storage.ts";
import { button, element } from "../element.ts";
import { sentence } from "./refundfield.ts";

/** Makes the note. */
export function keepNote(storage: Storage): HTMLElement {
  const told = element("span", { role: "status", class: "note" });
  const save = async (): Promise<void> => {
    try {
      const url = URL.createObjectURL(new Blob([await exportAll(storage)], { type: "application/json" }));
      element("a", { href: url, download: "shrinkwrap-purchases.json" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      told.textContent = "Saved: keep it secret.";
    } catch (cause) {
      told.textContent = sentence(said(cause));
    }
  };
  return element(
    "section",
    { class: "keepnote" },
    element(
      "p",
      { class: "note" },
      "What you buy opens with a secret that this browser keeps. Who clears its data loses it: save a copy.",
    ),
    element(
      "p",
      { class: "acts" },
      button("Save a copy", () => void save(), { class: "plain" }),
      told,
    ),
  );
}
