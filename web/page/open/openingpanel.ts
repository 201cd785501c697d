// Opening what was bought: what may be done with it, one button, how far it is, and
// then what is in it.

import { bytesToHex, hexToBytes } from "../../protocol/bytes.ts";
import type { Opened } from "../../terminal/open.ts";
import { nameOf, orderIn, type Purchase } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import type { Goods } from "../goods.ts";
import { fetchWrap, isHere, keepWrap, offerWrap, placesOf, wrapOf } from "../keep/wraps.ts";
import { contentsList } from "./contentslist.ts";
import { keepLast, lastOpened } from "./lastopened.ts";
import { askReceipt, keepOpened, needsReceipt, openGoods } from "./opening.ts";
import { type ProgressView, progressView } from "./progressview.ts";
import { readySection } from "./readysection.ts";
import { receiptSection } from "./receiptsection.ts";
import { ReadyWorker } from "./readyworker.ts";
import { rightsSection } from "./rightssection.ts";
import { troubleSection, wrapChooser } from "./troublesection.ts";
import { paidAt, usesOf } from "./uses.ts";

/** How long the committee is asked for a receipt that what is opened does not need. */
const patience = 6000;

/** Opens one purchase, in one place of the page. */
export class OpeningPanel {
  readonly #place: HTMLElement;
  readonly #goods: Goods;
  readonly #storage: Storage;
  readonly #onPurchase: (purchase: Purchase) => void;
  readonly #left = new AbortController();
  #purchase: Purchase;
  #running: AbortController | undefined;
  #ready: Promise<ReadyWorker> | undefined;
  #endContents: () => void = () => undefined;

  constructor(
    place: HTMLElement,
    goods: Goods,
    storage: Storage,
    purchase: Purchase,
    onPurchase: (purchase: Purchase) => void,
  ) {
    this.#place = place;
    this.#goods = goods;
    this.#storage = storage;
    this.#purchase = purchase;
    this.#onPurchase = onPurchase;
  }

  async begin(): Promise<void> {
    const before = lastOpened(nameOf(this.#purchase), this.#wrapId());
    if (before) return this.#showOpened(before);
    await this.#showReady();
  }

  leave(): void {
    this.#left.abort(new Error("the panel was left"));
    this.#running?.abort(new Error("the panel was left"));
    void this.#takeReady()?.then(
      (ready) => ready.leave(),
      () => undefined,
    );
    this.#endContents();
  }

  #wrapId(): string {
    return bytesToHex(this.#goods.scanned.header.id);
  }

  #show(...content: Node[]): void {
    this.#endContents();
    this.#endContents = () => undefined;
    this.#place.replaceChildren(...content);
  }

  async #rights() {
    const { rights } = this.#goods.scanned.header.content.tiers[this.#goods.tier]!;
    const uses = await usesOf({ storage: this.#storage, purchase: this.#purchase, wrap: this.#wrapId() });
    const latest = Math.max(uses.latest, Math.floor(Date.now() / 1000));
    return { rights, paid: paidAt(this.#purchase), uses: { ...uses, latest } };
  }

  async #showReady(): Promise<void> {
    const { rights, paid, uses } = await this.#rights();
    const made = readySection({ purchase: this.#purchase, rights, paid, uses, onOpen: () => void this.#open() });
    this.#show(made, rightsSection(rights, paid, uses));
    if (!this.#left.signal.aborted) this.#ready ??= this.#startWorker();
  }

  #startWorker(): Promise<ReadyWorker> {
    const ready = ReadyWorker.start(this.#goods.scanned.header, hexToBytes(this.#purchase.escrow));
    ready.catch(() => undefined); // who opens is told
    return ready;
  }

  /** The worker that was started for the next opening, which is then the caller's. */
  #takeReady(): Promise<ReadyWorker> | undefined {
    const ready = this.#ready;
    this.#ready = undefined;
    return ready;
  }

  /** Opens; what fails is shown, and can be tried again. */
  async #open(raw = false, brought?: Blob): Promise<void> {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    const view = progressView(this.#goods.scanned.header.content.sections, () => running.abort());
    this.#show(view.element);
    view.element.querySelector("button")?.focus({ preventScroll: true });
    try {
      const wrap = brought ?? (await this.#wrap(view, running.signal));
      if (wrap) await this.#opened(wrap, view, running.signal, raw);
    } catch (cause) {
      if (this.#left.signal.aborted) return;
      if (running.signal.aborted) await this.#showReady();
      else await this.#showTrouble(cause);
    } finally {
      this.#running = undefined;
    }
  }

  /** The wrap's file; where it is not here and cannot be fetched, its user is asked for it. */
  async #wrap(view: ProgressView, signal: AbortSignal): Promise<Blob | undefined> {
    const { scanned } = this.#goods;
    const here = await wrapOf(scanned);
    if (here) return here;
    if (placesOf(scanned).length > 0) {
      view.say("Fetching the product's file …");
      return fetchWrap(scanned, signal, view.fetched);
    }
    this.#showChooser();
    return undefined;
  }

  async #opened(wrap: Blob, view: ProgressView, signal: AbortSignal, raw: boolean): Promise<void> {
    await this.#receipt(view, signal, raw);
    const made = await this.#intoFolder(wrap, view, signal, raw);
    if (made.counts) this.#purchase = await keepOpened(this.#storage, this.#purchase);
    // From now on it opens without whoever gave the file.
    const { scanned } = this.#goods;
    if (!(await isHere(scanned))) await keepWrap(scanned, wrap);
    if (this.#left.signal.aborted) return;
    this.#onPurchase(this.#purchase);
    await this.#showOpened(made);
    this.#place.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  async #intoFolder(wrap: Blob, view: ProgressView, signal: AbortSignal, raw: boolean): Promise<Opened> {
    const ready = await (this.#takeReady() ?? this.#startWorker());
    const opening = { goods: this.#goods, storage: this.#storage, purchase: this.#purchase, wrap, raw };
    try {
      const opened = await openGoods(opening, ready.spawn, { signal, progress: view.show });
      await keepLast({ purchase: nameOf(this.#purchase), wrap: this.#wrapId(), opened, folder: ready.folder });
      return opened;
    } catch (cause) {
      await ready.leave();
      throw cause;
    }
  }

  /** Asks for the receipt where there is none: patiently where something needs it. */
  async #receipt(view: ProgressView, signal: AbortSignal, raw: boolean): Promise<void> {
    if (this.#purchase.receipt !== undefined && orderIn(this.#purchase)) return;
    const needed = needsReceipt(this.#goods) && !raw;
    if (!needed && !navigator.onLine) return;
    view.say("Asking the committee for your receipt …");
    const until = needed ? signal : AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    try {
      this.#purchase = await askReceipt(this.#storage, this.#goods, this.#purchase, until);
    } catch (cause) {
      signal.throwIfAborted();
      if (needed) throw cause;
    }
  }

  #showChooser(problem?: string): void {
    const take = async (file: File): Promise<void> => {
      try {
        await this.#open(false, await offerWrap(this.#goods.scanned, file));
      } catch (cause) {
        this.#showChooser((cause as Error).message);
      }
    };
    this.#show(wrapChooser(this.#goods.scanned.header.content.title, take, problem));
  }

  async #showTrouble(cause: unknown): Promise<void> {
    const { rights, paid, uses } = await this.#rights();
    const waits = needsReceipt(this.#goods) && this.#purchase.receipt === undefined;
    const made = troubleSection(cause, {
      again: () => void this.#open(),
      asItIs: waits ? () => void this.#open(true) : undefined,
      bring: () => this.#showChooser(),
    });
    this.#show(made, rightsSection(rights, paid, uses));
    made.focus({ preventScroll: true });
  }

  async #showOpened(made: Opened): Promise<void> {
    const { rights, paid, uses } = await this.#rights();
    const contents = contentsList(made, this.#goods.listing.title);
    const receipt = await receiptSection(made.agreement, () => void this.#open());
    this.#show(contents.element, rightsSection(rights, paid, uses), receipt);
    this.#endContents = () => contents.leave();
  }
}
