// A newcomer with an empty browser at the demo's page: from the picture of a code to
// what it sells, paid from the demo's wallet, with the committee seen at work.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { type Demo, startDemo } from "../demo.ts";
import { soon } from "../eventually.ts";
import { launch, type Visit, visit } from "./site.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const sample = fileURLToPath(new URL("../../../cmd/internal/demo/play/sample/", import.meta.url));
const title = "The Lamplighter's Key";

let browser: Browser;
let demo: Demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), startDemo()]);
});
after(async () => {
  await browser.close();
  await demo.stop();
});

/** Opens a browser that was never used. The wallet's closed root is opened to the test's eyes. */
async function arrive(options: BrowserContextOptions = {}): Promise<Visit> {
  const site = { url: demo.page, asked: [], close: async () => undefined };
  const visited = await visit(browser, site, { ...options, allowed: demo.nodes });
  await visited.context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      document.documentElement.dataset["root"] = init.mode;
      return attach.call(this, { ...init, mode: "open" });
    };
  });
  return visited;
}

const question = (page: Page): Locator => page.getByRole("dialog", { name: /^Demo wallet/ });

/** From the scanned product to the wallet's question. A wallet that was connected before is so by itself. */
async function pay(page: Page, tier: string, buy: string, pays: string, connected = false): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("radio", { name: new RegExp(`^${tier}\\b`) }).check();
  await page.getByRole("link", { name: buy }).click();
  if (!connected) await page.getByRole("button", { name: "Connect Demo wallet" }).click();
  await page.getByRole("button", { name: pays }).click();
  await question(page).waitFor();
}

/** Waits for the key, opens, and returns the words of a file. */
async function read(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: `Read ${name}` }).click();
  const reading = page.locator(".file .place").filter({ hasText: /\S/ });
  await reading.waitFor();
  // Not innerText: a text out of sight is not laid out, and has none.
  return (await reading.textContent())!;
}

const firstLine = (name: string): string => readFileSync(join(sample, name), "utf8").split("\n", 1)[0]!;

test("scans the picture, pays, sees the committee, and reads, within a minute", async () => {
  const { page, end } = await arrive();
  const begun = Date.now();
  await page.goto(demo.page);
  await page.setInputFiles("#file", join(demo.out, "code.png"));
  await pay(page, "text", "Buy for 0.002 ETH", "Pay 0.002 ETH");
  assert.match(await question(page).innerText(), /Send 0\.002 ETH[^]*0x[0-9a-f]{40}[^]*worth nothing/);
  assert.equal(await page.locator("html").getAttribute("data-root"), "closed");
  await question(page).getByRole("button", { name: "Confirm" }).click();
  assert.ok((await read(page, "tale.txt")).includes(firstLine("tale.txt")));
  assert.ok(Date.now() - begun < 60_000, "a newcomer has waited for more than a minute");
  // The demo tells of it in its own time.
  await soon(() => {
    assert.match(demo.said(), /^order 0x[0-9a-f]{8}… paid by 0x[0-9a-fA-F]{40}: 0\.002 ETH for the tier "text"$/m);
    assert.match(demo.said(), /^order 0x[0-9a-f]{8}… released by node [123]$/m);
  });
  await end();
});

test("has the letter made out to this very purchase, and the sample for nothing", async () => {
  const { page, end } = await arrive();
  await page.goto(new URL("demo/product", demo.page).href); // one click: the link carries the code
  await pay(page, "letter", "Buy for 0.005 ETH", "Pay 0.005 ETH");
  await question(page).getByRole("button", { name: "Confirm" }).click();
  const letter = await read(page, "letter.txt");
  assert.ok(letter.includes("Dear reader"));
  assert.notEqual(letter.trim(), readFileSync(join(sample, "letter.txt"), "utf8").trim());
  await page.goto(demo.link);
  await pay(page, "sample", "Get it free", "Get it: free, but for gas", true);
  assert.match(await question(page).innerText(), /Send 0 ETH/);
  await question(page).getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByText(firstLine("sample.txt")).waitFor();
  await end();
});

const looks: Record<string, BrowserContextOptions> = {
  "a phone, light": { viewport: { width: 360, height: 740 }, colorScheme: "light", hasTouch: true },
  "a desk, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

for (const [look, options] of Object.entries(looks)) {
  test(`the wallet's question on ${look}: fits, bars nobody, and takes no for an answer`, async () => {
    const { page, end } = await arrive({ ...options, bypassCSP: true });
    await page.goto(demo.link);
    await pay(page, "text", "Buy for 0.002 ETH", "Pay 0.002 ETH");
    const small = await question(page)
      .getByRole("button")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
    assert.equal(small, 0, "too small for a finger");
    const wide = await question(page).evaluate((it) => it.scrollWidth > it.clientWidth || it.clientWidth > innerWidth);
    assert.equal(wide, false, "it does not fit");
    await page.evaluate(axe);
    const findings = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { impact: string; id: string }[] }> };
      };
      return (await axe.run()).violations;
    });
    assert.deepEqual(
      findings.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id),
      [],
    );
    if (process.env["PICTURES"]) await page.screenshot({ path: join(process.env["PICTURES"], `${look}.png`) });
    await page.keyboard.press("Tab"); // the question has the focus, and its first button is no
    await page.keyboard.press("Enter");
    await page.getByText(/you rejected it in the demo wallet/i).waitFor();
    assert.equal(await question(page).count(), 0);
    await page
      .getByRole("button", { name: /Pay 0\.002 ETH|Try again|Look again/ })
      .first()
      .waitFor();
    await end();
  });
}

test("other pages of this browser get nothing from the wallet", async () => {
  const { page } = await arrive();
  await page.goto(demo.nodes[0]!); // a page of another origin
  const call = { jsonrpc: "2.0", id: 1, method: "eth_accounts", params: [] };
  const got = await page.evaluate(
    ([url, body]) =>
      fetch(url!, { method: "POST", headers: { "Content-Type": "application/json" }, body: body! }).then(
        (answer) => answer.text(),
        () => "nothing",
      ),
    [new URL("demo/rpc", demo.page).href, JSON.stringify(call)],
  );
  assert.equal(got, "nothing");
  await page.goto(demo.page);
  const accounts = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        addEventListener("eip6963:announceProvider", (event) => {
          const { detail } = event as CustomEvent<{
            info: { name: string };
            provider: { request(of: { method: string }): Promise<unknown> };
          }>;
          if (detail.info.name === "Demo wallet") resolve(detail.provider.request({ method: "eth_accounts" }));
        });
        dispatchEvent(new Event("eip6963:requestProvider"));
      }),
  );
  assert.equal((accounts as string[]).length, 1);
  await page.locator("#offline").getByText("opens without a network").waitFor();
  await page.reload(); // answered by the service worker, which keeps the script too
  assert.equal(await page.locator('script[src="./demo/wallet.js"]').count(), 1);
  await page.context().close();
});
