// What the pictures of the page show, and how to get there: the screens that docs shows.

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Step } from "../../terminal/purchase.ts";
import type { Anvil } from "../anvil.ts";
import { type Bought, show } from "./bought.ts";
import { inject } from "./injected.ts";
import type { keep as bench } from "./keepbench.ts";
import { benchTab } from "./keepsite.ts";
import { putTexts } from "./paying.ts";
import { answerAsNodes, mine, nodes, paidOn, walletOn } from "./pictured.ts";
import { textOf } from "./products.ts";
import type { Site } from "./site.ts";
import { settle } from "./world.ts";

declare const keep: typeof bench;

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));

/** A picture, the colours and the size that it is taken in, and how to get there. */
export interface View {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  /** So much is shown. */
  readonly height: number;
  /** What stands at the top; the page's own top unless it says. */
  readonly from?: string;
  go(page: Page): Promise<unknown>;
}

const scanned = async (page: Page): Promise<void> => {
  await page.setInputFiles("#file", `${docs}code.png`);
  await page.getByRole("heading", { name: "The Lamplighter's Key" }).waitFor();
};
const pressed = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The tier of the tale that costs, scanned from docs/code.png and about to be paid for. */
const toPay = async (page: Page): Promise<void> => {
  await putTexts(page, { seed: `0x${"07".repeat(32)}` });
  await scanned(page);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("link", { name: "Buy for 0.002 ETH" }).click();
  await page.getByRole("heading", { name: "What you pay" }).waitFor();
};

/** All pictures: what is seen of a code alone, and what takes a chain, a site and purchases. */
export function viewsOf(chain: Anvil, site: Site, header: Uint8Array, sold: Bought): View[] {
  const opened = async (page: Page): Promise<void> => {
    await show(page, site.url, sold);
    await pressed(page, "Open");
    await page.getByRole("heading", { name: "Your receipt" }).waitFor();
  };
  const back = `0x${"22".repeat(32)}` as const;
  return [
    ...still,
    {
      name: "page-paying",
      colorScheme: "light",
      width: 760,
      height: 1200,
      go: async (page) => {
        await inject(page.context(), [await walletOn(chain)]);
        await page.reload();
        await toPay(page);
        await pressed(page, "Connect Demo wallet");
        await page.getByRole("button", { name: "Pay 0.002 ETH" }).waitFor();
      },
    },
    {
      name: "page-code",
      colorScheme: "light",
      width: 760,
      height: 1060,
      go: async (page) => {
        await settle(page, chain.chainId, { endpoints: [chain.rpc] });
        await toPay(page);
        await pressed(page, "Pay with a wallet on another device");
        const refund = page.getByLabel("The address that gets the money back");
        await refund.fill("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        await pressed(page, "Show the code");
        await page.getByText("Watching the chain for the payment").waitFor();
      },
    },
    {
      name: "page-waiting",
      colorScheme: "dark",
      width: 760,
      height: 1060,
      go: async (page) => {
        const paid = await paidOn(chain, sold, await walletOn(chain), header);
        await mine(chain);
        await answerAsNodes(page, header);
        await settle(page, chain.chainId, { endpoints: [chain.rpc], nodes });
        await show(page, site.url, paid);
        await page.getByText("makes its share of the key").nth(1).waitFor();
        await page.getByText("asked, no answer yet").waitFor();
        await page.getByText("the payment is in block").waitFor();
      },
    },
    {
      name: "page-opened",
      colorScheme: "light",
      width: 760,
      height: 760,
      go: async (page) => {
        await opened(page);
        await pressed(page, "Read tale.txt");
        await page.locator(".text").waitFor();
      },
    },
    { name: "page-receipt", colorScheme: "light", width: 360, height: 860, from: ".rights", go: opened },
    {
      name: "page-refunded",
      colorScheme: "dark",
      width: 360,
      height: 640,
      go: async (page) => {
        const { order, refundTo } = sold.purchase;
        const refund = { order: order!.hash, from: refundTo, hash: back };
        await show(page, site.url, { ...sold, purchase: { ...sold.purchase, step: "refunded", refund } });
        await page.getByRole("heading", { name: "Your money went back" }).waitFor();
      },
    },
    {
      name: "page-library",
      colorScheme: "light",
      width: 760,
      height: 1225,
      go: async (page) => {
        await scanned(page);
        const behind = await benchTab(page.context(), site);
        const shelf: readonly (readonly [title: string, tier: string, step: Step])[] = [
          ["Lamps of the North, no. 12", "paper", "opened"],
          ["The Harbour, a film", "stream", "confirmed"],
          ["An Evening at the Oil House", "ticket", "released"],
        ];
        for (const [i, [title, name, step]] of shelf.entries()) {
          const text = textOf({ title, publisher: i + 1, tiers: [{ name, price: 10n ** 15n }] });
          await behind.evaluate((args) => keep.bought(...args), [text, 0, step] as const);
        }
        await behind.close();
        await page.goto(site.url);
        await page.reload();
        await page.getByRole("heading", { name: "Your library" }).waitFor();
      },
    },
  ];
}

const still: View[] = [
  { name: "page-product", colorScheme: "light", width: 760, height: 1290, go: scanned },
  {
    name: "page-danger",
    colorScheme: "light",
    width: 760,
    height: 860,
    go: async (page) => {
      await page.fill(
        "textarea",
        textOf({ title: "The Lamplighter's Key", description: "A tale of forty lamps and three keys.", forger: 2 }),
      );
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByText("Danger: do not pay").waitFor();
    },
  },
];
