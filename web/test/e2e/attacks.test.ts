// Attacks on the page by what it shows and whom it asks: wallets, titles, endpoints,
// addresses. That what is forged is a danger is in danger.test.ts, that a false escrow
// is in paytrouble.test.ts, that a node that lies is named in wait.test.ts.

import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { codeText } from "../../protocol/code.ts";
import { serve as answering } from "../servers.ts";
import { browser, world } from "./onworld.ts";
import { connect, goesOn, keptPurchase, ordersOf, payButton, toPay } from "./paying.ts";
import { fragmentOf, payloadOf, textOf } from "./products.ts";
import { visit } from "./site.ts";
import { scanCode, settle, visitWith } from "./world.ts";

const markup = `<img src=x onerror="attacked=1"><script>attacked=1</script>`;

/** What ran of an attacker's: nothing. */
async function assertUnharmed(page: Page): Promise<void> {
  assert.equal(await page.evaluate(() => "attacked" in globalThis), false, "a stranger's script ran");
  const strange = page.locator(
    "#main script, #main iframe, #main object, #main [onerror], #main [onload], #main a[href^='javascript:']",
  );
  assert.equal(await strange.count(), 0, "a stranger's markup is in the page");
  for (const source of await page
    .locator("#main img")
    .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).src)))
    assert.match(source, /^blob:/);
}

const svg = (inside: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="parent.attacked=1">${inside}</svg>`)}`;

/** Announcements that are none. They come before those of wallets. */
async function announceRubbish(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const info = { uuid: "7", name: "Rubbish", icon: "", rdns: "x" };
    const refusing = {
      ...info,
      get name(): string {
        throw new Error("no");
      },
    };
    const provider = { request: () => Promise.reject(new Error("asked")) };
    const details = [
      undefined,
      null,
      7,
      {},
      { info },
      { info, provider: 1 },
      { info: null, provider },
      { info: refusing, provider },
    ];
    addEventListener("eip6963:requestProvider", () => {
      for (const detail of details) dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
    });
  });
}

test("what wallets call themselves is text, their pictures run nothing, and none is asked before it is chosen", async () => {
  const script = svg(
    `<script>parent.attacked=1;fetch("https://evil.example/a")</script><image href="https://evil.example/b.png" width="8" height="8"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example/c"/></body></foreignObject>`,
  );
  const hostile = [
    await world.customer({ name: `a\u202e${markup}`, icon: script, rdns: markup }),
    await world.customer({ name: "a".repeat(100_000), icon: "https://evil.example/track.png" }),
    await world.customer({ name: "\u200b\n", icon: "javascript:attacked=1", rdns: "x".repeat(100_000) }),
    await world.customer({ name: "Page", icon: `data:text/html,${markup}` }),
  ];
  const { page, context, end } = await visitWith(browser, world, hostile);
  await announceRubbish(context);
  await toPay(page, world, world.shop.coin, 1);
  const offers = page.getByRole("button", { name: /^Connect / });
  await offers.nth(3).waitFor();
  assert.deepEqual(
    (await offers.allInnerTexts()).map((name) => name.trim()),
    [
      `Connect ${`a ${markup}`.slice(0, 60)}`,
      `Connect ${"a".repeat(60)}`,
      "Connect A wallet without a name",
      "Connect Page",
    ],
  );
  assert.equal(await page.locator(".wallets img").count(), 1); // the first one's, as a picture
  await assertUnharmed(page);
  for (const { methods, keys } of hostile) {
    assert.ok(!methods.includes("eth_requestAccounts"), "a wallet was asked for its account");
    assert.deepEqual(keys.asked, []);
  }
  await offers.first().click();
  await payButton(page).waitFor();
  await assertUnharmed(page);
  assert.deepEqual(
    hostile.slice(1).flatMap(({ methods }) => methods.filter((method) => /request|send|sign/i.test(method))),
    [],
  );
  await end();
});

test("a title, a description and names are text, whatever markup they hold", async () => {
  const { page, end } = await visit(browser, world.site);
  await page.goto(world.site.url);
  const tiers = [{ name: `t${markup}`, price: 1n, rights: [[`print${markup}`, `count=${markup}`]] }];
  await scanCode(page, textOf({ title: markup, description: `d${markup}`, tiers }));
  await page.getByRole("heading", { level: 1, name: markup, exact: true }).waitFor();
  await assertUnharmed(page);
  const text = await page.locator("#main").innerText();
  for (const shown of [`d${markup}`, `t${markup}`]) assert.ok(text.includes(shown), shown);
  assert.equal(await page.title(), `${markup} – Shrinkwrap`);
  await page.reload(); // now from the library
  await page.getByRole("heading", { level: 1, name: markup, exact: true }).waitFor();
  await assertUnharmed(page);
  await end();
});

test("a text that turns others around, or that nobody sees, makes a code none", async () => {
  const { page, end } = await visit(browser, world.site);
  const payload = payloadOf({ title: "Free---koob" });
  const at = Buffer.from(payload).indexOf("---");
  for (const [unseen, words] of [
    ["\u202e", /invisible character U\+202E/],
    ["\u200b", /invisible character U\+200B/],
    ["\u0007--", /control character U\+0007/],
  ] as const) {
    await page.goto(world.site.url);
    const swapped = Buffer.from(payload);
    assert.equal(swapped.write(unseen, at), 3);
    await scanCode(page, codeText(swapped));
    await page.locator(".status").filter({ hasText: words }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "What does this code sell?");
  }
  // A right-to-left title is one, and turns nothing but itself around.
  const right = "\u05d0\u05d1\u05d2 12";
  await scanCode(page, textOf({ title: right }));
  const heading = page.getByRole("heading", { level: 1, name: right, exact: true });
  await heading.waitFor();
  assert.equal(await heading.evaluate((one) => getComputedStyle(one).direction), "rtl");
  assert.equal(
    await page
      .locator(".price")
      .first()
      .evaluate((one) => getComputedStyle(one).direction),
    "ltr",
  );
  await end();
});

test("of what is forged there is no way to a purchase: no button, and no address", async () => {
  const { page, end } = await visit(browser, world.site);
  await page.goto(world.site.url);
  await scanCode(page, textOf({ title: "Honest" }));
  await page.locator("#buy").waitFor();
  for (const goods of [{ forger: 2 }, { escrow: "0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c" }]) {
    const title = "Forged";
    await page.goto(world.site.url);
    await page.reload();
    await scanCode(page, textOf({ title, ...goods }));
    await page.getByRole("alert").filter({ hasText: "Danger: do not pay" }).waitFor();
    assert.equal(await page.locator("#buy").count(), 0);
    assert.equal(await page.getByRole("button", { name: /buy|pay/i }).count(), 0);
    assert.doesNotMatch(page.url(), /#./);
    // As a link it is the same, and what its address would be leads to no payment.
    await page.goto(`${world.site.url}#${fragmentOf({ title, ...goods })}`);
    await page.getByRole("alert").filter({ hasText: "Danger: do not pay" }).waitFor();
    assert.equal(await page.locator("#buy").count(), 0);
  }
  await end();
});

test("an address of a tier or a product that there is not leads where one can go on", async () => {
  const { page, end } = await visit(browser, world.site);
  await page.goto(world.site.url);
  await scanCode(page, textOf({ title: "A Tale" }));
  await page.locator("#buy").waitFor();
  const [, id] = /#(0x[0-9a-f]{64})$/.exec(page.url())!;
  const there = page.getByRole("heading", { level: 1, name: "A Tale" });
  const scan = page.getByRole("heading", { level: 1, name: "What does this code sell?" });
  for (const [fragment, shown] of [
    [`${id}/999`, there],
    [`${id}/1`, there],
    [`${id}/1000`, scan],
    [`${id}/-1`, scan],
    [`${id}/0/0`, scan],
    [`0x${"00".repeat(32)}/0`, scan],
    [`${id!.toUpperCase()}/0`, scan],
    [encodeURIComponent(markup), scan],
    ["A".repeat(20_000), scan],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(`${world.site.url}#${fragment}`);
    await shown.waitFor();
    assert.equal(await page.getByRole("heading", { name: "What you pay" }).count(), 0, fragment);
    await assertUnharmed(page);
  }
  await end();
});

/** An answer that has no end, as fast as it is taken. */
function endless(response: ServerResponse): void {
  const part = "9".repeat(1 << 20);
  response.writeHead(200, { "content-type": "application/json" }).write('[{"id":0,"result":"0x');
  const more = (): void => void (response.destroyed || response.write(part, () => setImmediate(more)));
  more();
}

/** What endpoints answer. */
const answers: Record<string, (response: ServerResponse, elsewhere: string) => void> = {
  "no end": endless,
  "a page": (response) => void response.writeHead(200, { "content-type": "text/html" }).end(markup),
  "another list": (response) =>
    void response.end(
      `[{"id":0,"result":{"__proto__":{"x":1}}},{"id":0,"result":${"[".repeat(50_000)}${"]".repeat(50_000)}}]`,
    ),
  "a refusal with markup": (response) =>
    void response.end(JSON.stringify({ error: { code: -32000, message: markup } })),
  "numbers that are none": (response) =>
    void response.end(JSON.stringify(Array.from({ length: 99 }, (_, id) => ({ id, result: `0x${"f".repeat(5000)}` })))),
  elsewhere: (response, url) => void response.writeHead(302, { location: url }).end(),
};

/** These say which chain they are of, and another one: that is no fault to be passed over. */
const ofAnotherChain = ["another list", "numbers that are none"];

for (const [what, answer] of Object.entries(answers)) {
  const danger = ofAnotherChain.includes(what);
  test(`an endpoint that answers ${what} ${danger ? "has nothing paid" : "gives way to the wallet's"}`, async () => {
    let led = 0;
    const elsewhere = await answering((_, response) => void (led++, response.end()));
    const server = await answering((_, response) => answer(response, elsewhere.url));
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer, { allowed: [server.url, elsewhere.url] });
    try {
      await page.goto(world.site.url);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await settle(page, world.chain.chainId, { endpoints: [server.url] });
      await toPay(page, world, world.shop.coin, 1);
      await connect(page);
      await payButton(page).or(page.getByRole("alert")).first().waitFor();
      await assertUnharmed(page);
      if (danger) {
        const words = await page.getByRole("alert").innerText();
        assert.match(words, /Danger: do not pay[^]*Nothing was paid\.[^]*is of another chain[^]*Remove it/);
        assert.equal(await payButton(page).count(), 0);
        assert.deepEqual(buyer.keys.asked, []);
      } else {
        await payButton(page).click();
        await goesOn(page);
        assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
        assert.deepEqual(buyer.keys.asked, ["eth_sendTransaction"]);
      }
      assert.equal(led, 0, "the page was led elsewhere");
      await assertUnharmed(page);
      await end();
    } finally {
      await Promise.all([server.close(), elsewhere.close()]);
    }
  });
}
