// Purchases and keys: a copy of them as a file, and such a file taken in.

import { legible } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import { button, element } from "../element.ts";
import { failureSentences } from "../words.ts";
import { type Brought, saveCopy, takeCopy } from "./copyfile.ts";

/** The section, and how a file that was dropped elsewhere is given to it. */
export interface BackupSection {
  readonly content: HTMLElement;
  take(file: File): Promise<void>;
}

/** Makes the section. onBrought is called when something was taken in. */
export async function backupSection(storage: Storage, onBrought: () => unknown): Promise<BackupSection> {
  const count = await legible(storage).then(
    (kept) => kept.purchases.length + kept.illegible.length,
    () => undefined,
  );
  const told = element("p", { role: "status", class: "told" });
  const problem = element("p", { class: "status", role: "alert" });
  const take = async (file: File): Promise<void> => {
    [told.textContent, problem.textContent] = ["", ""];
    try {
      told.textContent = broughtText(await takeCopy(storage, file));
      await onBrought();
    } catch (cause) {
      problem.textContent = failureSentences(cause);
    }
  };
  const save = async (): Promise<void> => {
    told.textContent = await saveCopy(storage);
  };
  const content = element(
    "section",
    { class: "card backup", "aria-labelledby": "backup" },
    element("h2", { id: "backup" }, "Your purchases and keys"),
    element("p", {}, keptText(count)),
    element("p", { class: "acts" }, count !== 0 && button("Save a copy", save, { class: "button" }), ...chooser(take)),
    count !== 0 && caution(),
    told,
    problem,
  );
  return { content, take };
}

function caution(): HTMLElement {
  return element(
    "p",
    { class: "note" },
    element("strong", {}, "Whoever has the copy can open what you bought, and have refunds made. "),
    "Keep it like a key. To go on elsewhere, take it in there: choose it, or drop it on this page.",
  );
}

function keptText(count: number | undefined): string {
  if (count === undefined) return "This browser keeps nothing here, so that nothing can be bought or taken in.";
  if (count === 0) return "Nothing was bought here yet. What you bought elsewhere can be taken in from its copy.";
  const what = count === 1 ? "One purchase is" : `${count} purchases are`;
  const whose = count === 1 ? "its key is" : "their keys are";
  return `${what} kept on this device, with the secret that ${whose} made of. If the device is lost, a copy has both.`;
}

/** What came, in words. */
function broughtText({ purchases, products }: Brought): string {
  const of = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  if (purchases === 0) return "The copy was taken in. It brought nothing that was not here already.";
  const came = `${of(purchases, "purchase")} came`;
  return products === 0
    ? `${came}. Scan the codes of the products again to open them.`
    : `${came}, and the ${products === 1 ? "code of the product" : "codes of the products"}.`;
}

function chooser(take: (file: File) => Promise<void>): HTMLElement[] {
  const input = element("input", { type: "file", id: "copy", accept: ".json,application/json", class: "quiet" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void take(file);
  });
  const label = element("label", { for: "copy", class: "button" }, "Take in a copy");
  return [element("span", { class: "pick" }, input, label)];
}
