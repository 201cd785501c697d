// The world that other tests of the page stand on: its wallets are discovered and
// really sign and send, its nodes release, die and come back, its products are real.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { createPublicClient, type Hex, http, parseAbi, toHex, verifyTypedData } from "viem";
import { Node } from "../../terminal/node.ts";
import { eventually } from "../eventually.ts";
import { browser, world } from "./onworld.ts";
import { scanCode, settle, visitWith } from "./world.ts";

interface Announced {
  info: Record<"uuid" | "name" | "icon" | "rdns", string>;
  provider: { request(asked: object): Promise<unknown>; on(type: string, listener: (value: unknown) => void): void };
}

/** Asks the wallet of a name that a page's own script discovers. */
function ask(page: Page, name: string, method: string, params: unknown[] = []): Promise<unknown> {
  return page.evaluate(
    ([name, method, params]) =>
      new Promise((resolve, reject) => {
        const listener = (event: Event): void => {
          const { info, provider } = (event as CustomEvent<Announced>).detail;
          if (info.name !== name) return;
          const refuse = (error: { code: number; message: string }): void =>
            reject(new Error(`${error.code} ${error.message}`));
          provider.request({ method, params }).then(resolve, refuse);
        };
        addEventListener("eip6963:announceProvider", listener);
        dispatchEvent(new Event("eip6963:requestProvider"));
        removeEventListener("eip6963:announceProvider", listener);
      }),
    [name, method, params] as const,
  );
}

const domain = { name: "Trial", version: "1", chainId: 1337 } as const;
const types = { Mail: [{ name: "words", type: "string" }] } as const;
const EIP712Domain = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
];

test("a wallet is discovered, connects, signs what verifies, and sends", async () => {
  const buyer = await world.customer({ name: "One" });
  const other = await world.customer({ name: "Two" });
  const { page, end } = await visitWith(browser, world, [buyer, other]);
  await page.goto(world.site.url);
  assert.deepEqual(await ask(page, "One", "eth_accounts"), []);
  const message = { words: "hello" };
  const datum = JSON.stringify({ domain, types: { ...types, EIP712Domain }, primaryType: "Mail", message });
  await assert.rejects(ask(page, "One", "eth_signTypedData_v4", [buyer.address, datum]), /4100/);
  assert.deepEqual(await ask(page, "One", "eth_requestAccounts"), [buyer.address.toLowerCase()]);
  assert.notEqual(buyer.address, other.address);
  const signature = (await ask(page, "One", "eth_signTypedData_v4", [buyer.address, datum])) as Hex;
  assert.ok(await verifyTypedData({ address: buyer.address, domain, types, primaryType: "Mail", message, signature }));
  const sent = { from: buyer.address, to: other.address, value: toHex(1000n) };
  const hash = await ask(page, "One", "eth_sendTransaction", [sent]);
  await eventually(async () => (await ask(page, "Two", "eth_getTransactionReceipt", [hash])) !== null);
  assert.equal(await ask(page, "Two", "eth_getBalance", [other.address, "latest"]), toHex(10n ** 18n + 1000n));
  assert.deepEqual(buyer.keys.asked, ["eth_signTypedData_v4", "eth_sendTransaction"]);
  assert.deepEqual(other.keys.asked, []);
  await end();
});

test("a wallet declines, is on another chain, is told of this one, and tells of what happens", async () => {
  const buyer = await world.customer({ chainId: 8453, unaware: true });
  const { page, end } = await visitWith(browser, world, buyer);
  await page.goto(world.site.url);
  const { name } = buyer;
  buyer.before = () => {
    throw Object.assign(new Error("User rejected the request."), { code: 4001 });
  };
  await assert.rejects(ask(page, name, "eth_requestAccounts"), /4001 User rejected/);
  buyer.before = () => undefined;
  assert.equal(await ask(page, name, "eth_chainId"), toHex(8453));
  await assert.rejects(ask(page, name, "eth_blockNumber"), /is on chain 8453/);
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("eip6963:announceProvider", (event) =>
          (event as CustomEvent<Announced>).detail.provider.on("chainChanged", resolve),
        );
        dispatchEvent(new Event("eip6963:requestProvider"));
      }),
  );
  const here = [{ chainId: toHex(1337) }];
  await assert.rejects(ask(page, name, "wallet_switchEthereumChain", here), /4902/);
  await ask(page, name, "wallet_addEthereumChain", here);
  assert.equal(await heard, toHex(1337));
  assert.match((await ask(page, name, "eth_blockNumber")) as string, /^0x/);
  await end();
});

test("the page reads the codes of all products, and keeps settings", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  for (const { title, picture, text, wrap } of [world.shop.coin, world.shop.signed, world.shop.plain]) {
    for (const code of [picture, text, wrap]) {
      await page.goto(world.site.url);
      await scanCode(page, code);
      await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      assert.equal(await page.getByText("Danger").count(), 0);
      assert.equal(await page.getByRole("radio").count(), 3);
    }
  }
  const settings = { endpoints: [world.chain.rpc], nodes: [world.nodes[1]!.url] };
  await settle(page, 1337, settings);
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onsuccess = () => {
          const read = opening.result.transaction("texts").objectStore("texts").get("settings/1337");
          read.onsuccess = () => resolve(read.result);
        };
      }),
  );
  assert.deepEqual(JSON.parse(kept as string), settings);
  await end();
});

test("customers have tokens and coin; products stand on the chain at their prices", async () => {
  const buyer = await world.customer();
  const client = createPublicClient({ transport: http(world.chain.rpc) });
  const abi = parseAbi(["function balanceOf(address) view returns (uint256)"]);
  for (const address of Object.values(world.shop.tokens)) {
    const args = [buyer.address] as const;
    assert.equal(await client.readContract({ address, abi, functionName: "balanceOf", args }), 10_000_000n);
  }
  for (const { wrap, prices } of [world.shop.coin, world.shop.signed, world.shop.plain]) {
    const { product, tiers } = JSON.parse(await world.run("shrinkwrap", "show", wrap, "--json")) as {
      product: Hex;
      tiers: { price: string }[];
    };
    assert.deepEqual(
      tiers.map(({ price }) => BigInt(price)),
      prices,
    );
    assert.notEqual(await client.getCode({ address: product }), undefined);
  }
});

test("nodes release what is paid; they die and come back one by one", async () => {
  const [first, second] = world.nodes;
  await first!.kill();
  await assert.rejects(new Node(first!.url).info());
  const nodes = ["--node", first!.url, "--node", second!.url];
  await world.run(
    "shrinkwrap",
    "buy",
    world.shop.coin.wrap,
    "--tier",
    "text",
    "--key",
    "key",
    ...nodes,
    "-o",
    "opened",
  );
  await first!.start();
  assert.equal((await new Node(first!.url).info()).operators.length, 3);
});
