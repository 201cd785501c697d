// Wallets of a browser: found, chosen, connected, followed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { iconOf } from "../page/pay/icon.ts";
import { type Announcing, Wallets } from "../page/pay/discovery.ts";
import type { Provider } from "../terminal/endpoint.ts";
import { Failure } from "../terminal/failure.ts";
import { MemoryStorage } from "../terminal/storage.ts";

const account = `0x${"A1".repeat(20)}`;
const other = `0x${"b2".repeat(20)}`;
const picture = "data:image/png;base64,iVBORw0KGgo=";

/** A provider that answers, keeps what it was asked, and forgets no listener. */
function provider(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const listeners: [string, (told: unknown) => void][] = [];
  const made: Provider & { on(event: string, listener: (told: unknown) => void): void } = {
    request({ method }) {
      asked.push(method);
      const answer = answers[method];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    on: (event, listener) => void listeners.push([event, listener]),
  };
  const emit = (event: string, told?: unknown): void => {
    for (const [name, listener] of listeners) if (name === event) listener(told);
  };
  return { provider: made, asked, emit };
}

function announce(target: EventTarget, uuid: string, more: object, of: unknown): void {
  const info = { uuid, name: `Wallet ${uuid}`, icon: picture, rdns: `org.example.${uuid}`, ...more };
  target.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: { info, provider: of } }));
}

const plain = provider({}).provider;

test("wallets that announce themselves are found once each, early or late, and asked nothing", () => {
  const target = new EventTarget();
  const early = provider({});
  target.addEventListener("eip6963:requestProvider", () => announce(target, "a", {}, early.provider));
  const wallets = new Wallets(target, new MemoryStorage());
  assert.deepEqual(
    wallets.discovered().map(({ uuid, name, rdns }) => [uuid, name, rdns]),
    [["a", "Wallet a", "org.example.a"]],
  );
  assert.match(wallets.discovered()[0]!.icon!, /^blob:/);
  let told = 0;
  const end = wallets.onDiscovered(() => told++);
  announce(target, "b", {}, plain);
  announce(target, "b", { name: "Another of that uuid" }, plain);
  announce(target, "a", {}, plain);
  assert.deepEqual(
    wallets.discovered().map(({ name }) => name),
    ["Wallet a", "Wallet b"],
  );
  assert.equal(wallets.discovered()[0]!.provider, early.provider);
  assert.equal(told, 1);
  end();
  announce(target, "c", {}, plain);
  assert.equal(told, 1);
  assert.deepEqual(early.asked, []);
});

test("what is no announcement is none, and names are short text", () => {
  const target = new EventTarget();
  const wallets = new Wallets(target, new MemoryStorage());
  announce(target, "a", { uuid: 7 }, plain);
  announce(target, "a", { name: undefined }, plain);
  announce(target, "a", {}, {});
  announce(target, "a", {}, undefined);
  target.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: null }));
  target.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: { info: null, provider: plain } }));
  assert.deepEqual(wallets.discovered(), []);
  announce(target, "a", { name: `A\u202e\n ${"x".repeat(100)}`, icon: "https://example.org/a.png", rdns: 5 }, plain);
  announce(target, "b", { name: " \u200b " }, plain);
  const [a, b] = wallets.discovered();
  assert.equal(a!.name, `A ${"x".repeat(58)}`);
  assert.equal(a!.icon, undefined);
  assert.equal(a!.rdns, "");
  assert.equal(b!.name, "A wallet without a name");
});

test("window.ethereum is the last resort", () => {
  const target: Announcing = Object.assign(new EventTarget(), { ethereum: plain });
  const wallets = new Wallets(target, new MemoryStorage());
  assert.deepEqual(
    wallets.discovered().map((offer) => offer.provider),
    [plain],
  );
  assert.equal(wallets.discovered()[0], wallets.discovered()[0]);
  announce(target, "a", {}, provider({}).provider);
  assert.deepEqual(
    wallets.discovered().map(({ uuid }) => uuid),
    ["a"],
  );
});

test("a wallet is connected by its user, and its account followed", async () => {
  const target = new EventTarget();
  const wallets = new Wallets(target, new MemoryStorage());
  const { provider: of, asked, emit } = provider({ eth_requestAccounts: [account, other] });
  announce(target, "a", {}, of);
  assert.equal(wallets.connected(), undefined);
  const wallet = await wallets.connect(wallets.discovered()[0]!);
  assert.equal(bytesToHex(wallet.address), account.toLowerCase());
  assert.deepEqual(asked, ["eth_requestAccounts"]);
  assert.equal(wallets.connected(), wallet);
  assert.equal(wallets.connectedOffer()?.uuid, "a");
  let told = 0;
  wallets.onChanged(() => told++);
  emit("accountsChanged", [other]);
  assert.equal(bytesToHex(wallets.connected()!.address), other);
  emit("chainChanged", "0x5");
  assert.equal(told, 2);
  emit("accountsChanged", []);
  assert.equal(wallets.connected(), undefined);
  assert.equal(told, 3);
  emit("accountsChanged", [account]);
  assert.equal(wallets.connected(), undefined, "a wallet that was left is not heard");
  assert.equal(told, 3);
  await wallets.connect(wallets.discovered()[0]!);
  emit("disconnect");
  assert.equal(wallets.connected(), undefined);
});

test("a wallet that declines says why, and one that is open is waited for", async () => {
  const wallets = new Wallets(new EventTarget(), new MemoryStorage());
  const offer = (answer: unknown) => ({
    uuid: "a",
    name: "A",
    rdns: "a",
    provider: provider({ eth_requestAccounts: answer }).provider,
  });
  const refusal = (code: number): Error => Object.assign(new Error("no"), { code });
  await assert.rejects(wallets.connect(offer(refusal(4001))), { message: "the wallet did not connect: no" });
  await assert.rejects(wallets.connect(offer(refusal(-32002))), (cause) => {
    assert.ok(cause instanceof Failure);
    assert.equal(cause.kind, "pending");
    return true;
  });
  for (const none of [[], undefined, ["0x12"], [7]])
    await assert.rejects(wallets.connect(offer(none)), { message: "the wallet did not connect: it gave no account" });
  assert.equal(wallets.connected(), undefined);
});

test("after a reload the wallet that was chosen is connected without a word, if it lets us", async () => {
  const storage = new MemoryStorage();
  const [first, second] = [new EventTarget(), new EventTarget()];
  const before = new Wallets(first, storage);
  announce(first, "1", { rdns: "org.example" }, provider({ eth_requestAccounts: [account] }).provider);
  assert.equal(await before.reconnect(), undefined, "none was chosen");
  await before.connect(before.discovered()[0]!);
  const again = new Wallets(second, storage);
  const stranger = provider({ eth_accounts: [other] });
  announce(second, "2", { rdns: "org.stranger" }, stranger.provider);
  assert.equal(await again.reconnect(), undefined);
  const locked = provider({ eth_accounts: [] });
  announce(second, "3", { rdns: "org.example" }, locked.provider);
  assert.equal(await again.reconnect(), undefined);
  const third = new EventTarget();
  const open = provider({ eth_accounts: [account] });
  const last = new Wallets(third, storage);
  announce(third, "4", { rdns: "org.example" }, open.provider);
  assert.equal(bytesToHex((await last.reconnect())!.address), account.toLowerCase());
  assert.deepEqual([...locked.asked, ...open.asked], ["eth_accounts", "eth_accounts"]);
  assert.deepEqual(stranger.asked, []);
  last.leave();
  assert.equal(last.connected(), undefined);
});

test("icons are small pictures of three kinds", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const shown = iconOf(`data:image/svg+xml,${encodeURIComponent(svg)}`)!;
  assert.equal(shown.type, "image/svg+xml");
  assert.equal(await shown.text(), svg);
  assert.equal(iconOf(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)?.size, svg.length);
  assert.equal(iconOf(picture)?.size, 8);
  assert.equal(iconOf(`data:image/webp;base64,${"A".repeat((64 * 1024 * 4) / 3 + 4)}`), undefined);
  for (const none of [
    "https://example.org/a.png",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,not base64",
    "data:image/png;base64",
    "data:image/gif;base64,AAAA",
    "data:image/svg+xml,%",
    "javascript:alert(1)",
  ])
    assert.equal(iconOf(none), undefined, none);
});
