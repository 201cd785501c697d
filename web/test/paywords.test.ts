// What the page says about paying: figures, problems, choices.

import assert from "node:assert/strict";
import { test } from "node:test";
import encodeQR from "qr";
import { parseAddress, toAddress } from "../protocol/word.ts";
import { amountInShort, amountText, rounded } from "../page/amount.ts";
import { prompting } from "../page/pay/asking.ts";
import { problemOf } from "../page/pay/problemcard.ts";
import { pathOf } from "../page/pay/qrcode.ts";
import { sentence } from "../page/words.ts";
import { switchChain } from "../page/pay/switching.ts";
import { wayBackWords, worthWords } from "../page/pay/termssection.ts";
import { hours } from "../page/times.ts";
import { wayWords } from "../page/pay/waysection.ts";
import type { Provider } from "../terminal/endpoint.ts";
import { Doubt, Failure } from "../terminal/failure.ts";
import { Declined } from "../terminal/terminal.ts";

test("what happens to the money is said with the chain's own windows", () => {
  assert.match(wayBackWords(1, 5n), /for at least 24 hours after you paid\. .* has 24 hours to answer/);
  assert.match(wayBackWords(8453, 5n), /for at least 3 days after you paid\. .* has 2 days to answer/);
  assert.equal(hours(36 * 3600), "36 hours");
});

test("a price below what the way back costs is called small, with both figures", () => {
  const small = worthWords(1, 1000n, true, 1_234_567n)!;
  assert.ok(small.small);
  assert.match(small.text, /about 0\.0000000000013 ETH of gas now, more than the 0\.000000000000001 ETH that you pay/);
  const fair = worthWords(1, 10n ** 18n, true, 10n ** 15n)!;
  assert.ok(!fair.small);
  assert.match(fair.text, /about 0\.001 ETH of gas now\.$/);
  // Nobody here knows what a token is worth in coin: the figure is said, and what it means.
  const token = worthWords(1, 5n, false, 10n ** 15n)!;
  assert.ok(!token.small && /A price worth less than that/.test(token.text));
  assert.equal(worthWords(1, 0n, true, 10n ** 15n), undefined);
});

test("amounts are whole, but gas is about", () => {
  const coin = toAddress(new Uint8Array(20));
  const unknown = parseAddress(`0x${"ab".repeat(20)}`);
  assert.equal(amountText(1, coin, 2n * 10n ** 15n), "0.002 ETH");
  assert.equal(amountText(1, unknown, 2_000_000n), "2000000 base units");
  assert.match(amountInShort(1, unknown, 2_000_000n), /^2000000 base units of 0x[0-9a-fA-F]{4}…[0-9a-fA-F]{4}$/);
  assert.equal(amountInShort(1, new Uint8Array(20) as typeof unknown, 2n * 10n ** 15n), "0.002 ETH");
  assert.equal(amountInShort(1, unknown, 0n), "free");
  assert.equal(amountText(1, parseAddress("0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"), 2_000_000n), "2 USDC");
  assert.deepEqual([0n, 7n, 99n, 101n, 123_456n].map(rounded), [0n, 7n, 99n, 110n, 130_000n]);
});

test("each problem says what became of the money, and only doubts can be overruled", () => {
  const refusal = new Declined("send the transaction", { code: 4001, message: "no" });
  const declined = problemOf(refusal, "unpaid");
  assert.deepEqual([declined.title, declined.money, declined.overrule], ["Not paid", "Nothing was paid.", undefined]);
  assert.equal(declined.reason, "The wallet did not send the transaction: no.");
  const unsure = problemOf(refusal, "unsure");
  assert.ok(
    unsure.overrule === "maybePaid" && /not certain/.test(unsure.money) && unsure.title === "It may be paid already",
  );
  const danger = problemOf(new Failure("danger", "false code: do not pay"), "unpaid");
  assert.deepEqual([danger.tone, danger.title, danger.again], ["danger", "Danger: do not pay", false]);
  assert.ok(!danger.overrule);
  const pending = problemOf(
    new Doubt("maybePaid", "pending", "may be paid", ["paying anyway is right where it lies"]),
    "unpaid",
  );
  assert.ok(pending.overrule === "maybePaid" && pending.title === "It may be paid already");
  assert.deepEqual(pending.hints, ["Paying anyway is right where it lies."]);
  const dead = problemOf(new Doubt("unserved", "refused", "no node can be reached", ["nothing was paid"]), "unpaid");
  assert.deepEqual([dead.title, dead.hints, dead.overrule], ["Nobody may give the key", [], "unserved"]);
  const away = problemOf(new Failure("unreachable", "gone"), "unpaid");
  assert.deepEqual([away.title, away.overrule], ["The chain cannot be asked", undefined]);
  assert.match(
    problemOf(new TypeError("x is undefined"), "unpaid").reason,
    /^This page has a fault: x is undefined\.$/,
  );
  assert.equal(sentence("is it so?"), "Is it so?");
});

test("each way to pay is said in a line", () => {
  for (const [name, meaning] of Object.values(wayWords)) assert.ok(name.length < 20 && meaning.length < 120, meaning);
});

test("a code is drawn as it was encoded", () => {
  const modules = encodeQR("ethereum:0x00", "raw", { ecc: "low", border: 4 });
  const drawn = modules.map((row) => row.map(() => false));
  for (const [, x, y, run] of pathOf(modules).matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let at = 0; at < Number(run); at++) drawn[Number(y)]![Number(x) + at] = true;
  assert.deepEqual(drawn, modules);
  assert.ok(
    modules.slice(0, 4).every((row) => row.every((dark) => !dark)),
    "the quiet zone",
  );
});

function provider(answers: (method: string) => unknown) {
  const asked: string[] = [];
  const made: Provider = {
    request({ method }) {
      asked.push(method);
      try {
        return Promise.resolve(answers(method));
      } catch (cause) {
        return Promise.reject(cause as Error);
      }
    },
  };
  return { asked, made };
}

const fault = (code: number, more: object = {}): Error => Object.assign(new Error("no"), { code, ...more });

test("a wallet is told of a chain only where it does not know it, however it says so", async () => {
  for (const error of [fault(4902), fault(-32603, { data: { originalError: { code: 4902 } } })]) {
    let known = false;
    const { asked, made } = provider((method) => {
      if (method === "wallet_addEthereumChain") known = true;
      else if (!known) throw error;
      return null;
    });
    await switchChain(made, 1337, "trials", ["http://127.0.0.1:1"]);
    assert.deepEqual(asked, ["wallet_switchEthereumChain", "wallet_addEthereumChain", "wallet_switchEthereumChain"]);
    known = false;
    await assert.rejects(switchChain(made, 1337, "trials", []), /does not know trials/);
  }
  const { asked, made } = provider(() => {
    throw fault(4001);
  });
  await assert.rejects(switchChain(made, 1337, "trials", ["http://127.0.0.1:1"]), Declined);
  assert.deepEqual(asked, ["wallet_switchEthereumChain"]);
});

test("prompts are told, and once stopped a wallet is asked nothing", async () => {
  const { asked, made } = provider((method) => {
    if (method === "eth_sendTransaction") throw fault(4001);
    return method;
  });
  const stop = new AbortController();
  const told: string[] = [];
  const { provider: wrapped } = prompting(
    { provider: made, address: toAddress(new Uint8Array(20)) },
    { asking: () => told.push("asking"), answered: (yes) => told.push(String(yes)) },
    stop.signal,
  );
  assert.equal(await wrapped.request({ method: "eth_blockNumber" }), "eth_blockNumber");
  assert.equal(await wrapped.request({ method: "eth_signTypedData_v4" }), "eth_signTypedData_v4");
  await assert.rejects(wrapped.request({ method: "eth_sendTransaction" }), { code: 4001 });
  assert.deepEqual(told, ["asking", "true", "asking", "false"]);
  stop.abort();
  await assert.rejects(wrapped.request({ method: "eth_sendTransaction" }), { code: 4001 });
  assert.equal(asked.filter((method) => method === "eth_sendTransaction").length, 1);
  assert.equal(told.length, 4);
});
