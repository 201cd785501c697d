// A part of the purchase screen: what can be done at one step of a purchase.

import type { Purchase } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";
import type { Goods } from "./goods.ts";
import type { Screen } from "./screen.ts";

/** What a panel needs. */
export interface PanelOptions {
  readonly goods: Goods;
  readonly storage: Storage;
  /** How far it has come; undefined where nothing was begun. */
  readonly purchase: Purchase | undefined;
  /** Tells that the purchase has come to another step, so that another panel may be due. */
  onPurchase(purchase: Purchase): void;
}

/** Makes a panel. What it began ends with its leave. */
export type Panel = (options: PanelOptions) => Screen;
