// Whether a product and its file are kept, and how it is removed.

import { legible } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import { button, element } from "../element.ts";
import { idOf, type Scanned } from "../scan/scanned.ts";
import { sizeText } from "../size.ts";
import { remove } from "./library.ts";
import { isPaid, purchasesOf } from "../purchased.ts";
import { fileSize } from "./wrapcheck.ts";
import { isHere } from "./wraps.ts";

/** What the section needs. */
export interface KeepingOptions {
  readonly scanned: Scanned;
  readonly storage: Storage;
  /** Whether it is in the library. */
  readonly kept: boolean;
  readonly dangerous: boolean;
  /** The outcome of keeping the file that was scanned just now. */
  readonly file: Promise<"kept" | "no room"> | undefined;
  /** Leaves the product, which was removed. */
  onRemoved(): unknown;
}

/** Makes the section. */
export function keepingSection(options: KeepingOptions): HTMLElement {
  const { kept, dangerous } = options;
  const section = element("section", { class: "keeping" });
  if (!kept) {
    const words = dangerous
      ? "Not kept in your library, since it is dangerous."
      : "Not kept: this browser keeps no library here.";
    section.append(element("p", { class: "note" }, words));
    return section;
  }
  const file = element("span", { role: "status" });
  void fileText(options).then((words) => (file.textContent = words));
  section.append(
    element("h2", {}, "On this device"),
    element("p", { class: "note" }, "Kept in your library. ", file),
    remover(options),
  );
  return section;
}

async function fileText({ scanned, file }: KeepingOptions): Promise<string> {
  const size = sizeText(fileSize(scanned.header));
  if ((await file) === "no room")
    return `Its file of ${size} does not fit on this device, and is not kept: you will be asked for it again when you open what you bought.`;
  if (await isHere(scanned)) return "All of it is here: what you bought opens without a network.";
  return `Its file of ${size} is elsewhere: it is fetched, or you choose it, when you open what you bought.`;
}

/** A button that removes it; where it was bought, it asks first. */
function remover({ scanned, storage, onRemoved }: KeepingOptions): HTMLElement {
  const place = element("div", { class: "acts", tabindex: "-1" });
  const forget = async (): Promise<void> => {
    await remove(idOf(scanned));
    await onRemoved();
  };
  const ask = async (): Promise<void> => {
    // Where purchases cannot be read, there may be some.
    const bought = await legible(storage).then(
      ({ purchases, illegible }) => illegible.length > 0 || purchasesOf(scanned, purchases).some(isPaid),
      () => true,
    );
    if (!bought) return forget();
    place.replaceChildren(
      element("p", {}, boughtText),
      button("Keep it", rest, { class: "button" }),
      button("Remove it all the same", forget, { class: "plain" }),
    );
    place.focus();
  };
  const rest = (): void => place.replaceChildren(button("Remove it", ask, { class: "plain" }));
  rest();
  return place;
}

const boughtText =
  "You bought this. Its code and its file go from this device; your purchase and its key stay, and open it again when you scan the code again.";
