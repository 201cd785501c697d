// What a code sells, by whom and for how much, and what was checked of it.

import { type Check, dangers } from "./product/checks.ts";
import { addressElement } from "./address.ts";
import { button, element } from "./element.ts";
import { checksSection } from "./product/checkssection.ts";
import { detailsSection } from "./product/detailssection.ts";
import { buySection } from "./product/buysection.ts";
import { ensNote } from "./keep/ensnote.ts";
import { keepingSection } from "./keep/keepingsection.ts";
import { settingsSection } from "./keep/settingssection.ts";
import { partsSection } from "./product/partssection.ts";
import type { Purchase } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";
import { forgetLast } from "./open/lastopened.ts";
import { connected } from "./pay/wallets.ts";
import { idOf, type Scanned } from "./scan/scanned.ts";
import type { Screen } from "./screen.ts";
import { equal } from "../protocol/bytes.ts";
import type { Address } from "../protocol/word.ts";

/** What the screen needs. */
export interface ProductOptions {
  readonly scanned: Scanned;
  readonly checks: readonly Check[];
  /** Whether it is in the library. */
  readonly kept: boolean;
  /** The outcome of keeping its file, where one was read just now. */
  readonly file?: Promise<"kept" | "no room"> | undefined;
  readonly storage: Storage;
  /** The last purchase of each tier that was begun on this device. */
  readonly bought: readonly Purchase[];
  onLeave(): void;
}

/** Makes the screen. Of a product in danger there is no way to pay on it. */
export function productScreen(options: ProductOptions): Screen {
  const { scanned, checks, storage, onLeave } = options;
  const left = new AbortController();
  const found = dangers(checks);
  const urls: string[] = [];
  const content = [
    element("nav", { class: "back" }, button("← Scan another code", onLeave, { class: "plain" })),
    found.length > 0 && warning(found),
    title(scanned, urls),
    publisher(scanned, checks, (address) =>
      ensNote(address, { storage, provider: connected()?.provider, signal: left.signal }),
    ),
    buySection({ scanned, bought: options.bought, safe: found.length === 0, kept: options.kept }),
    partsSection(scanned.header),
    checksSection(checks),
    detailsSection(scanned.header),
    settingsSection(storage, [scanned.header.binding.chainId]),
    keepingSection({ ...options, file: options.file, dangerous: found.length > 0, onRemoved: () => removed(options) }),
  ].filter((node) => node !== false);
  const leave = (): void => {
    left.abort();
    urls.forEach((url) => URL.revokeObjectURL(url));
  };
  return { content, leave };
}

async function removed({ scanned, onLeave }: ProductOptions): Promise<void> {
  await forgetLast(idOf(scanned));
  onLeave();
}

function warning(found: readonly Check[]): HTMLElement {
  return element(
    "section",
    { class: "danger", role: "alert" },
    element("h2", {}, element("span", { class: "sign", "aria-hidden": "true" }, "✕"), "Danger: do not pay for this"),
    element("p", {}, "The code may have been forged, swapped or damaged. What it says below is not to be believed."),
    element(
      "ul",
      {},
      ...found.map(({ name, meaning }) => element("li", {}, element("strong", {}, `${name}: `), meaning)),
    ),
  );
}

function title({ header: { content }, cover }: Scanned, urls: string[]): HTMLElement {
  const language = content.language || undefined;
  const words = element(
    "div",
    {},
    element("h1", { dir: "auto", lang: language }, content.title),
    content.description !== "" && element("p", { class: "lead", dir: "auto", lang: language }, content.description),
    content.language !== "" && element("p", { class: "note" }, `Language: ${languageText(content.language)}`),
  );
  return element("section", { class: "title" }, cover && picture(cover, content.title, urls), words);
}

function picture(cover: Blob, of: string, urls: string[]): HTMLElement {
  const url = URL.createObjectURL(cover);
  urls.push(url);
  return element("img", { class: "cover", src: url, alt: `Cover of ${of}` });
}

/** A language's name and tag; the tag alone where the browser has no name. */
function languageText(tag: string): string {
  try {
    const name = new Intl.DisplayNames(["en"], { type: "language" }).of(tag);
    return name && name !== tag ? `${name} (${tag})` : tag;
  } catch {
    return tag;
  }
}

function publisher(
  {
    header: {
      binding: { terms },
    },
  }: Scanned,
  checks: readonly Check[],
  nameOf: (address: Address) => HTMLElement,
): HTMLElement {
  const signed = checks.find(({ name }) => name === "signature")?.verdict === "ok";
  const known = checks.find(({ name }) => name === "publisher")!;
  return element(
    "section",
    { class: "card publisher" },
    element("h2", {}, "Publisher"),
    element("p", {}, addressElement(terms.signer)),
    signed && nameOf(terms.signer),
    signed
      ? element(
          "p",
          {},
          element("span", { class: `badge ${known.verdict}` }, known.verdict === "ok" ? "known" : "new publisher"),
          " ",
          known.meaning,
        )
      : element("p", {}, element("span", { class: "badge danger" }, "not signed by this address")),
    !equal(terms.publisher, terms.signer) && element("p", {}, "Pays to ", addressElement(terms.publisher)),
  );
}
