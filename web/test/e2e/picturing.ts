// Takes the pictures of the page in Chromium.

import type { Page } from "playwright-core";
import { startAnvil } from "../anvil.ts";
import { seal, seed } from "../sealedwrap.ts";
import { asBought, deployment } from "./bought.ts";
import { serveBench } from "./keepsite.ts";
import { beginAt, drawAlike, nodes, now, tale } from "./pictured.ts";
import { type View, viewsOf } from "./pictureviews.ts";
import { launch, visit } from "./site.ts";

/** Takes all pictures into a folder, and returns their names. */
export async function takePictures(folder: string): Promise<string[]> {
  drawAlike();
  const [browser, site, chain] = await Promise.all([launch(), serveBench(), startAnvil(1337)]);
  try {
    await beginAt(chain);
    const { wrap, header, job } = await seal({ ...tale, escrow: deployment.escrow });
    const views = viewsOf(chain, site, header, await asBought({ wrap, job: job(0), seed, attempt: 0 }));
    for (const view of views) {
      const { page, context, end } = await visit(browser, site, {
        colorScheme: view.colorScheme,
        viewport: { width: view.width, height: view.height },
        deviceScaleFactor: 1,
        reducedMotion: "reduce",
        bypassCSP: true, // for the bench's script
        allowed: [chain.rpc, ...nodes],
      });
      await context.addInitScript(drawAlike);
      await context.clock.setFixedTime(now);
      await page.goto(site.url);
      await take(page, view, `${folder}/${view.name}.png`);
      await end();
    }
    return views.map(({ name }) => name);
  } finally {
    await browser.close();
    await site.close();
    await chain.stop();
  }
}

async function take(page: Page, { from, go }: View, path: string): Promise<void> {
  await go(page);
  await page.mouse.move(0, 0); // over nothing
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  if (from) await page.locator(from).evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 16));
  else await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path });
}
