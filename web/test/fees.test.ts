// What a dispute and a refund offer for gas, and carry for a bond: endpoints that lie
// about the base fee, hours in which gas is dear, and what comes back of the bond.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { moveText } from "../page/wait/movewords.ts";
import { buy } from "../terminal/buying.ts";
import { bond } from "../terminal/dispute.ts";
import { dispute, refund } from "../terminal/enforcing.ts";
import { Failure } from "../terminal/failure.ts";
import { costsWords, feesNow } from "../terminal/fees.ts";
import type { MoveNews, News } from "../terminal/news.ts";
import { plan } from "../terminal/planning.ts";
import { type Purchase, purchases } from "../terminal/purchase.ts";
import { look } from "../terminal/sight.ts";
import { awaitRelease, claimIn } from "../terminal/waiting.ts";
import { eventually } from "./eventually.ts";
import { intent, otherKey, type TestTerminal, Trade, transactionIn } from "./trade.ts";

let trade: Trade;
before(async () => {
  trade = await Trade.start();
});
after(() => trade.stop());

const gwei = 10n ** 9n;
const halfDay = 43_200;
const asking = (baseFee: bigint) => trade.headLiar({ baseFeePerGas: `0x${baseFee.toString(16)}` });
const head = async (baseFee: bigint) => ({ ...(await trade.chain().head()), baseFee });

test("fees last while the base fee doubles, and follow none that no chain ever had", async () => {
  const t = trade.terminal();
  const { tip } = await feesNow(t, await head(0n));
  for (const baseFee of [0n, 1n, 7n * gwei, 100_000n * gwei])
    assert.deepEqual(await feesNow(t, await head(baseFee)), { cap: 2n * baseFee + tip, tip });
  for (const baseFee of [100_000n * gwei + 1n, 2n ** 255n])
    await assert.rejects(feesNow(t, await head(baseFee)), /says that gas costs \d+ gwei, which no chain asks for/);
});

test("an absurd base fee has nothing planned; one of nothing has it paid all the same, at the wallet's own fees", async () => {
  const absurd = trade.terminal({ chain: trade.chain(asking(10n ** 18n)) });
  await assert.rejects(plan(absurd, intent(trade.sold())), /which no chain asks for/);
  assert.deepEqual(absurd.wallet.asked, []);
  for (const baseFee of [10n ** 18n, 0n]) {
    const t = trade.terminal({ chain: trade.chain(asking(baseFee)) });
    let offered: object = {};
    t.wallet.before = (asked) => void (offered = transactionIn(asked));
    const how = intent(trade.sold());
    await buy(t, how);
    assert.deepEqual(Object.keys(offered).sort(), ["data", "from", "gas", "to", "value"]);
    assert.equal((await look(t, (await purchases(t.storage))[0]!)).status?.state, "none");
    await buy(t, how);
    assert.equal(t.wallet.asked.length, 1, "it is paid once");
  }
});

/** Waits by itself, until something holds of what was heard. */
async function waits(t: TestTerminal, p: Purchase, isSeen: (moves: readonly MoveNews[]) => boolean) {
  const [stop, moves]: [AbortController, MoveNews[]] = [new AbortController(), []];
  const watch = (news: News): void => void (news.of === "move" && moves.push(news.move));
  const over = awaitRelease(t, p, { stay: true, watch }, stop.signal);
  over.catch(() => undefined);
  await eventually(async () => isSeen(moves));
  stop.abort(new Error("seen"));
  await assert.rejects(over, /seen/);
  return moves;
}

/** A purchase that is due to be disputed, and a terminal whose endpoint says what the base fee is. */
async function due(baseFee: () => bigint) {
  const liar = trade.liar(({ method }, reply) =>
    method === "eth_getBlockByNumber" && "result" in reply
      ? { result: { ...(reply.result as object), baseFeePerGas: `0x${baseFee().toString(16)}` } }
      : reply,
  );
  const t = trade.terminal({ chain: trade.chain(liar) });
  const p = await buy(t, intent(trade.sold()));
  await trade.anvil.sleep(halfDay + 1);
  return { t, p };
}

const failure = (moves: readonly MoveNews[]) => moves.find((move) => move.state === "failed");

test("while a base fee is absurd no wallet is asked; a dispute is made by itself once it is not", async () => {
  let baseFee = 10n ** 17n;
  const { t, p } = await due(() => baseFee);
  // A dispute that its user wants is not made either: a wallet would be asked for a fee of that.
  await assert.rejects(dispute(t, p, claimIn(p, await look(t, p))!), /which no chain asks for/);
  const moves = await waits(t, p, (heard) => heard.filter(({ state }) => state === "failed").length > 1);
  assert.match(failure(moves)!.failure.message, /which no chain asks for/);
  assert.equal(t.wallet.asked.length, 1, "the payment alone");
  const isSent = (heard: readonly MoveNews[]) => {
    if (failure(heard)) baseFee = gwei;
    return heard.some(({ state }) => state === "sent");
  };
  await waits(t, p, isSent);
  assert.equal(t.wallet.asked.length, 2);
});

test("an hour of dear gas puts a dispute off, and ends nothing", async () => {
  let baseFee = 1000n * gwei; // 0.25 ETH for the way back of 0.01
  const { t, p } = await due(() => baseFee);
  const moves = await waits(t, p, (heard) => heard.filter(({ state }) => state === "failed").length > 1);
  const { failure: dear } = failure(moves)!;
  assert.match(dear.message, /^not disputed by itself: that costs about 0\.25\d* ETH of gas/);
  assert.doesNotMatch(moveText(p.chainId, failure(moves)), /not asked again/);
  assert.equal(t.wallet.asked.length, 1);
  await waits(t, p, (heard) => {
    if (failure(heard)) baseFee = gwei;
    return heard.some(({ state }) => state === "sent");
  });
  assert.equal(t.wallet.asked.length, 2);
});

test("what a dispute costs at most is told before the wallet is asked: it is what the transaction offers", async () => {
  const { t, p } = await due(() => 20n * gwei);
  let offered: Readonly<Record<string, string>> = {};
  t.wallet.before = (asked) => {
    offered = transactionIn(asked);
    assert.ok(t.told.some((words) => /^dispute: costs at most .* ETH of gas, and carries a bond of/.test(words)));
  };
  const heard = await waits(t, p, (moves) => moves.some(({ state }) => state === "sent"));
  const costs = heard.flatMap((move) => (move.state === "asked" && move.costs ? [move.costs] : []))[0]!;
  assert.deepEqual(costs, {
    gas: BigInt(offered["gas"]!) * BigInt(offered["maxFeePerGas"]!),
    bond: BigInt(offered["value"]!),
  });
  assert.equal(costs.bond, bond(p.chainId, BigInt(offered["maxFeePerGas"]!)));
});

test("costs are shown as they are, a refund's without a bond", () => {
  const costs = { gas: 3n * 10n ** 15n, bond: 10n ** 14n };
  const back = "of which what the escrow does not ask for comes back at once";
  assert.equal(costsWords(1, costs), `costs at most 0.003 ETH of gas, and carries a bond of 0.0001 ETH, ${back}`);
  assert.equal(costsWords(137, { ...costs, bond: 0n }), "costs at most 0.003 POL of gas");
  const asked = { move: "refund", state: "asked" } as const;
  assert.equal(moveText(1, asked), "Look into your wallet: it is asked for this one transaction.");
  assert.match(moveText(1, { ...asked, costs }), /this one transaction, which costs at most 0\.003 ETH of gas, and/);
  const declined = { ...asked, state: "failed", failure: new Failure("refused", "the wallet said no") } as const;
  assert.match(moveText(1, declined), /^Not done: the wallet said no\. Your wallet is not asked again unless/);
});

test("of a bond the escrow keeps what it asks for in its block, and returns the rest at once; it comes back with the money", async () => {
  const buyer = trade.terminal();
  const p = await buy(buyer, intent(trade.sold()));
  const t = trade.terminal({ storage: buyer.storage, wallet: trade.wallet(otherKey) });
  const balance = async (): Promise<bigint> =>
    BigInt((await trade.anvil.call("eth_getBalance", bytesToHex(t.wallet.address), "latest")) as string);
  /** What a transaction took beside its gas, in wei. */
  const took = async (hash: string, before: bigint): Promise<bigint> => {
    const receipt = (await trade.anvil.call("eth_getTransactionReceipt", hash)) as Record<string, string>;
    return before - (await balance()) - BigInt(receipt["gasUsed"]!) * BigInt(receipt["effectiveGasPrice"]!);
  };
  const rich = 400n * gwei; // what the endpoint says; the block asks for a small part of that
  const claim = claimIn(p, await look(t, p))!;
  let offered = 0n;
  t.wallet.before = (asked) => void (offered = BigInt(transactionIn(asked)["value"]!));
  const before = await balance();
  const disputed = await dispute(t, p, { ...claim, head: { ...claim.head, baseFee: rich } });
  const { disputed: kept } = await seen(t, disputed);
  assert.equal(kept?.by, bytesToHex(t.wallet.address));
  const { baseFee } = await trade.chain().head();
  assert.equal(BigInt(kept!.bond), bond(p.chainId, baseFee));
  assert.ok(offered > 100n * BigInt(kept!.bond), `${offered} was offered`);
  assert.equal(await took(disputed.dispute!.hash!, before), BigInt(kept!.bond), "the rest came back at once");
  await trade.anvil.sleep(86_401);
  const then = await balance();
  const back = await refund(t, disputed, claimIn(disputed, await look(t, disputed))!);
  assert.equal(await took(back.refund!.hash!, then), -BigInt(kept!.bond), "and the bond with the money");
});

async function seen(t: TestTerminal, p: Purchase): Promise<Purchase> {
  const isDisputed = async (): Promise<boolean> => (await look(t, p)).status?.state === "disputed";
  await eventually(isDisputed);
  await assert.rejects(awaitRelease({ ...t, nodes: [] }, p, { stay: false }), /not released yet/);
  return (await purchases(t.storage))[0]!;
}
