// Paying by those who use a keyboard, a phone or a screen reader, state by state.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../eventually.ts";
import { audit, looks } from "./audit.ts";
import { browser, world } from "./onworld.ts";
import { connect, goesOn, keptPurchase, ordersOf, payButton, toPay } from "./paying.ts";
import { settle, visitWith } from "./world.ts";

for (const [look, options] of Object.entries(looks)) {
  test(`on ${look}: each state fits, and bars nobody`, async () => {
    const buyer = await world.customer({ chainId: 8453 });
    const { page, end } = await visitWith(browser, world, buyer, { ...options, bypassCSP: true });
    await toPay(page, world, world.shop.signed, 1);
    await audit(page, `${look} to connect`);
    await connect(page);
    await page.getByText("The wallet is on Base").waitFor();
    await audit(page, `${look} wrong chain`);
    await page.getByRole("button", { name: /^Switch to/ }).click();
    await payButton(page).waitFor();
    await page.getByText("Where the money goes").click();
    await audit(page, `${look} ready`);
    await page.getByRole("button", { name: "Change it" }).click();
    await page.getByLabel("The address that gets the money back").fill("0x12");
    await page.getByText("is no address").waitFor();
    await audit(page, `${look} no address`);
    await page.getByRole("button", { name: "Use the paying account" }).click();
    await payButton(page).waitFor();
    await page.getByRole("button", { name: "Pay with a wallet on another device" }).click();
    const refund = page.locator(".elsewhere .refund .same");
    await refund.getByText(buyer.address, { exact: true }).waitFor(); // the payer is not known there
    await refund.getByText("the account of the wallet in this browser").waitFor();
    assert.doesNotMatch(await page.locator(".elsewhere").innerText(), /paying account/);
    await audit(page, `${look} elsewhere, connected`);
    await page.getByRole("button", { name: "← Pay with a wallet in this browser" }).click();
    await payButton(page).waitFor();
    let answer: (() => void) | undefined;
    buyer.before = ({ method }) =>
      method === "eth_signTypedData_v4" ? new Promise<void>((_, no) => (answer = () => no(declined()))) : undefined;
    await payButton(page).click();
    await page.getByText("Look into your wallet, and answer there").waitFor();
    await audit(page, `${look} asking`);
    await eventually(async () => answer !== undefined);
    answer!();
    await page.getByRole("alert").getByText("Nothing was paid").waitFor();
    await audit(page, `${look} declined`);
    buyer.before = ({ method }) => {
      if (method === "eth_sendTransaction") throw Object.assign(new Error("lost"), { code: -32603 });
    };
    await payButton(page).click();
    await page.getByRole("alert").getByText("It may be paid already").waitFor();
    await page.locator(".anyway summary").click();
    await audit(page, `${look} unsure`);
    await end();
  });

  test(`on ${look}: the code for another device fits, and bars nobody`, async () => {
    const { page, end } = await visitWith(browser, world, [], { ...options, bypassCSP: true });
    await toPay(page, world, world.shop.plain, 1);
    await audit(page, `${look} no wallet`);
    await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
    await page.getByRole("button", { name: "Pay with a wallet on another device" }).click();
    await audit(page, `${look} for whom`);
    await page.getByLabel("The address that gets the money back").fill("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    await page.getByRole("button", { name: "Show the code" }).click();
    await page.locator(".request svg.qr").first().waitFor();
    await audit(page, `${look} code`);
    await end();
  });

  test(`on ${look}: a danger fits, and bars nobody`, async () => {
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer, { ...options, bypassCSP: true });
    buyer.before = () => undefined;
    await toPay(page, world, world.shop.coin, 1);
    await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
    await page.route(`${world.chain.rpc}/**`, async (route) => {
      const asked = route.request().postDataJSON() as { id: number }[];
      await route.fulfill({ json: asked.map(({ id }) => ({ jsonrpc: "2.0", id, result: "0x1" })) });
    });
    await connect(page);
    await page.getByRole("alert").getByText("Danger: do not pay").waitFor();
    await audit(page, `${look} danger`);
    await end();
  });
}

const declined = (): Error => Object.assign(new Error("User rejected the request."), { code: 4001 });

test("by keyboard alone on a phone, with a visible focus: from the product to the payment", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer, looks["a phone, light"]);
  await page.goto(world.site.url);
  await page.setInputFiles("#file", world.shop.signed.picture);
  await page.getByRole("heading", { level: 1, name: world.shop.signed.title }).waitFor();
  await tabTo(page, (at) => at.tag === "INPUT");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.text.startsWith("Buy for"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What you pay" }).waitFor();
  await tabTo(page, (at) => at.text.startsWith("Connect"));
  await page.keyboard.press("Enter");
  await payButton(page).waitFor();
  await tabTo(page, (at) => at.tag === "INPUT");
  await page.keyboard.press("ArrowDown");
  await page.locator(".steps li").nth(2).waitFor(); // by permit: two messages and a transaction
  await payButton(page).waitFor();
  assert.ok(await page.getByRole("radio", { name: "Two signatures" }).isChecked());
  await tabTo(page, (at) => at.text.startsWith("Pay 2000000"));
  await page.keyboard.press("Enter");
  await goesOn(page);
  assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
  assert.deepEqual(buyer.keys.asked, ["eth_signTypedData_v4", "eth_signTypedData_v4", "eth_sendTransaction"]);
  await end();
});

interface Focus {
  tag: string;
  text: string;
  outlined: boolean;
}

/** Presses Tab until the focus is where it should be; on its way it must always be seen. */
async function tabTo(page: Page, there: (at: Focus) => boolean): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate((): Focus => {
      const one = document.activeElement!;
      const outlined = [one, one.nextElementSibling, one.closest(".choice")].some(
        (shown) => shown && parseFloat(getComputedStyle(shown).outlineWidth) >= 2,
      );
      return { tag: one.tagName, text: one.textContent ?? "", outlined };
    });
    assert.ok(at.tag === "BODY" || at.outlined, `focus on ${at.tag} ${at.text} is not seen`);
    if (there(at)) return;
    passed.push(`${at.tag} ${at.text}`);
  }
  assert.fail(`the keyboard does not get there: ${passed.join(", ")}`);
}
