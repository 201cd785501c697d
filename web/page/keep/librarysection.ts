// The products that were scanned on this device.

import { addressElement } from "../address.ts";
import { element } from "../element.ts";
import { all } from "./library.ts";
import { idOf, type Scanned } from "../scan/scanned.ts";

/** Lists the library; nothing where it is empty. */
export async function librarySection(): Promise<HTMLElement> {
  const products = await all().catch(() => undefined);
  const section = element("section", { class: "library", "aria-labelledby": "library" });
  if (!products)
    section.append(
      element(
        "p",
        { class: "note" },
        "This browser keeps no library here, as private windows do: products are shown, and forgotten.",
      ),
    );
  if (!products?.length) return section;
  section.append(
    element("h2", { id: "library" }, "Your library"),
    element("ul", {}, ...products.map((product) => element("li", {}, entry(product, product.at)))),
  );
  return section;
}

function entry(scanned: Scanned, at: Date): HTMLElement {
  const { content, binding } = scanned.header;
  return element(
    "a",
    { href: `#${idOf(scanned)}` },
    element("strong", { dir: "auto", lang: content.language || undefined }, content.title),
    element("span", {}, "by ", addressElement(binding.terms.signer)),
    element("span", {}, `scanned ${at.toLocaleDateString(undefined, { dateStyle: "medium" })}`),
  );
}
