// What stands in the way of paying: the page says what became of the money and what
// to do, asks the wallet for nothing before, and pays once.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { createWalletClient, http, parseAbi, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { bytesToHex } from "../../protocol/bytes.ts";
import { eventually } from "../eventually.ts";
import { browser, world } from "./onworld.ts";
import { connect, fault, goesOn, keptPurchase, ordersOf, payButton, problem, toPay } from "./paying.ts";
import { settle, visitWith } from "./world.ts";

test("who declines in the wallet paid nothing, and may pay at once", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.signed, 1);
  buyer.before = ({ method }) => {
    if (method === "eth_requestAccounts") throw fault(4001, "User rejected the request.");
  };
  await connect(page);
  await problem(page, "Nothing was paid.").getByText("The wallet did not connect").waitFor();
  buyer.before = () => undefined;
  await connect(page);
  for (const declined of ["eth_signTypedData_v4", "eth_sendTransaction"]) {
    buyer.before = ({ method }) => {
      if (method === declined) throw fault(4001, "User rejected the request.");
    };
    await payButton(page).click();
    const card = problem(page, "Not paid");
    await card.getByText("User rejected the request").waitFor();
    assert.match(await card.innerText(), /Nothing was paid\./);
    assert.equal(await page.getByText("Pay anyway").count(), 0);
    assert.ok(await card.evaluate((one) => one === document.activeElement), "the problem has the focus");
  }
  buyer.before = () => undefined;
  await payButton(page).click();
  await goesOn(page);
  assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
  await end();
});

test("what was signed for one receiver of the money is not sent for another", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.signed, 1);
  await connect(page);
  buyer.before = ({ method }) => {
    if (method === "eth_sendTransaction") throw fault(4001, "User rejected the request.");
  };
  await payButton(page).click();
  await problem(page, "Not paid").waitFor();
  assert.equal((await keptPurchase(page)).signed?.kind, "authorization");
  assert.equal(await page.locator(".steps li").count(), 2);
  await problem(page, "Not paid").getByRole("button", { name: "Look again" }).click();
  await payButton(page).waitFor();
  assert.equal(await page.locator(".steps li").count(), 1, "what was signed is signed again");
  await page.getByRole("button", { name: "Change it" }).click();
  const other = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  await page.getByLabel("The address that gets the money back").fill(other);
  await page.locator(".steps li").nth(1).waitFor();
  buyer.before = () => undefined;
  await payButton(page).click();
  await goesOn(page);
  const [leaf, ...more] = await ordersOf(world, await keptPurchase(page));
  assert.deepEqual([bytesToHex(leaf!.refundTo), more], [other.toLowerCase(), []]);
  await end();
});

test("a wallet on another chain is switched, and told of this one with the user's endpoint", async () => {
  const buyer = await world.customer({ chainId: 8453, unaware: true });
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await page.getByText("The wallet is on Base (chain 8453).").waitFor();
  assert.equal(await payButton(page).count(), 0);
  const go = page.getByRole("button", { name: "Switch to a chain for trials (chain 1337)" });
  await go.click();
  await problem(page, "does not know").getByText("Add chain 1337 in the wallet").waitFor();
  assert.ok(!buyer.methods.includes("wallet_addEthereumChain"));
  await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
  const added: unknown[] = [];
  buyer.before = ({ method, params }) => {
    if (method === "wallet_addEthereumChain") added.push(params![0]);
  };
  await go.click();
  await payButton(page).waitFor();
  assert.deepEqual(added, [
    {
      chainId: toHex(1337),
      chainName: "a chain for trials (chain 1337)",
      nativeCurrency: { name: "ETH", symbol: "ETH", decimals: 18 },
      rpcUrls: [world.chain.rpc],
    },
  ]);
  await buyer.switchTo(1);
  await page.getByText("The wallet is on Ethereum (chain 1).").waitFor();
  await go.click();
  await payButton(page).click();
  await goesOn(page);
  await end();
});

test("a wallet that says late that it switched takes nothing from a payment that was begun meanwhile", async () => {
  const buyer = await world.customer({ chainId: 8453 });
  let [switched, pay] = [(): void => undefined, (): void => undefined];
  const { switchTo } = buyer;
  buyer.switchTo = async (to) => {
    await switchTo(to);
    await new Promise<void>((resolve) => (switched = resolve)); // the page heard of it by the event
  };
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await page.getByRole("button", { name: /^Switch to/ }).click();
  await payButton(page).waitFor();
  const paying = new Promise<void>((asked) => {
    buyer.before = ({ method }) =>
      method === "eth_sendTransaction" ? (asked(), new Promise<void>((resolve) => (pay = resolve))) : undefined;
  });
  await payButton(page).click();
  await paying;
  const [prompt, looks] = [page.getByText("Look into your wallet, and answer there"), buyer.methods.length];
  await prompt.waitFor();
  switched();
  for (const _ of [1, 2]) await page.evaluate(() => new Promise(requestAnimationFrame)); // the answer is there by then
  assert.ok(await prompt.isVisible(), "it still says what to do");
  assert.equal(buyer.methods.length, looks, "nothing is looked at anew");
  pay();
  await goesOn(page);
  assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
  await end();
});

test("who has too little is told how much is missing, before the wallet is asked", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await world.chain.call("anvil_setBalance", buyer.address, toHex(10n ** 15n));
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  const lacking = page.getByText("Not enough money in this account");
  await lacking.waitFor();
  assert.match((await lacking.textContent())!, /about 0\.001\d ETH is missing, gas included/); // 0.002 and gas, less 0.001
  assert.equal(await payButton(page).count(), 0);
  await world.chain.call("anvil_setBalance", buyer.address, toHex(10n ** 18n));
  await page.getByRole("button", { name: "Look again" }).click();
  await payButton(page).waitFor();
  assert.deepEqual(buyer.keys.asked, []);
  await end();
});

test("who has too little of a token, or of the coin for gas, is told so", async () => {
  const poor = await world.customer();
  const account = privateKeyToAccount(poor.key);
  const client = createWalletClient({ account, transport: http(world.chain.rpc) });
  const abi = parseAbi(["function transfer(address to, uint256 amount)"]);
  const [address, to] = [world.shop.tokens.signed, world.shop.tokens.plain];
  await client.writeContract({ chain: null, abi, address, functionName: "transfer", args: [to, 6_000_000n] });
  await eventually(
    async () => BigInt(String(await world.chain.call("eth_getTransactionCount", poor.address, "latest"))) === 1n,
  );
  await world.chain.call("anvil_setBalance", poor.address, "0x0");
  const { page, end } = await visitWith(browser, world, poor);
  await toPay(page, world, world.shop.signed, 2);
  await connect(page);
  await page.getByText(/about 1000000 base units of 0x\w+ and 0\.000\d+ ETH is missing/).waitFor();
  assert.equal(await payButton(page).count(), 0);
  assert.deepEqual(poor.keys.asked, []);
  await end();
});

test("a price below what the way back costs is said to be small, with the figure", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await world.chain.call("anvil_setNextBlockBaseFeePerGas", toHex(200n * 10n ** 9n));
  await world.chain.call("evm_mine");
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await page.getByText(/A small price: .* about 0\.0[2-6]\d* ETH of gas now, more than the 0\.002 ETH/).waitFor();
  await payButton(page).waitFor();
  await world.chain.call("anvil_setNextBlockBaseFeePerGas", toHex(10n ** 9n));
  await world.chain.call("evm_mine");
  await end();
});

test("it can be stopped before the wallet is asked", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await payButton(page).waitFor();
  let release = (): void => undefined;
  buyer.before = ({ method }) =>
    method === "eth_getCode" ? new Promise<void>((resolve) => (release = resolve)) : undefined;
  await payButton(page).click();
  await page.getByRole("button", { name: "Stop" }).click();
  buyer.before = () => undefined;
  release();
  await problem(page, "Not paid").getByText("You stopped before your wallet was asked").waitFor();
  assert.deepEqual(buyer.keys.asked, []);
  assert.equal((await keptPurchase(page)).step, "prepared");
  await end();
});

/** Has the page's own endpoint answer one method otherwise. */
async function forge(page: Page, method: string, result: string): Promise<void> {
  await page.route(`${world.chain.rpc}/**`, async (route) => {
    const response = await route.fetch();
    const asked = route.request().postDataJSON() as { id: number; method: string }[];
    const ids = new Set(asked.filter((one) => one.method === method).map(({ id }) => id));
    const replies = (await response.json()) as { id: number }[];
    await route.fulfill({ response, json: replies.map((reply) => (ids.has(reply.id) ? { ...reply, result } : reply)) });
  });
}

for (const [what, method, result, words] of [
  ["a false escrow", "eth_getCode", "0x6001", /which is not the known one/],
  ["an endpoint of another chain", "eth_chainId", "0x1", /is of another chain/],
] as const) {
  test(`${what} is a danger, and nothing can be paid`, async () => {
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer);
    await page.goto(world.site.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
    await forge(page, method, result);
    await toPay(page, world, world.shop.coin, 1);
    await connect(page);
    const card = problem(page, "Danger: do not pay");
    await card.waitFor();
    assert.match(await card.innerText(), words);
    assert.match(await card.innerText(), /Nothing was paid\./);
    assert.equal(await payButton(page).count(), 0);
    assert.equal(await page.getByText("Pay anyway").count(), 0);
    await eventually(async () => (await page.locator(".steps li").count()) === 0);
    assert.deepEqual(buyer.keys.asked, []);
    await end();
  });
}
