// Endpoints that lie about the time: nothing is paid twice, signed to last for years,
// or asked of a wallet before it is due, where another endpoint or a clock knows better.

import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import type { Address } from "../protocol/word.ts";
import { buy } from "../terminal/buying.ts";
import type { Endpoint } from "../terminal/endpoint.ts";
import type { News } from "../terminal/news.ts";
import { plan } from "../terminal/planning.ts";
import { type Purchase, purchases } from "../terminal/purchase.ts";
import { look } from "../terminal/sight.ts";
import { lifetime } from "../terminal/signed.ts";
import { awaitRelease } from "../terminal/waiting.ts";
import { eventually } from "./eventually.ts";
import { intent, saysNo, type TestTerminal, Trade } from "./trade.ts";

let trade: Trade;
let token: Address;
before(async () => {
  trade = await Trade.start();
  token = await trade.token();
});
after(() => trade.stop());

/** An endpoint whose newest block is so many seconds ahead. */
async function ahead(seconds: number): Promise<Endpoint> {
  const { time } = await trade.chain().head();
  return trade.headLiar({ timestamp: `0x${(time + seconds).toString(16)}` });
}

const year = 365 * 24 * 60 * 60;
const only = async (t: TestTerminal): Promise<Purchase> => (await purchases(t.storage))[0]!;
const closes = (): never => {
  throw new Error("the page was closed");
};

test("nothing is signed by a time that is years ahead of this computer's clock", async () => {
  for (const by of ["permit", "authorization"] as const)
    for (const timestamp of ["0x1fffffffffffff", `0x${(Math.floor(Date.now() / 1000) + year).toString(16)}`]) {
      const t = trade.terminal({ chain: trade.chain(trade.headLiar({ timestamp })) });
      const how = intent(trade.sold({ token }), { by });
      for (const does of [plan, buy]) await assert.rejects(does(t, how), /endpoint says that it is .*clock says/);
      assert.deepEqual(t.wallet.asked, []);
      assert.equal((await only(t)).step, "prepared");
    }
});

test("what is signed ends by a time that another endpoint bears out, and one that lags behind shortens nothing", async () => {
  const { time } = await trade.chain().head();
  const liar = await ahead(3 * 24 * 60 * 60);
  for (const endpoints of [
    [liar, trade.honest],
    [trade.honest, liar],
    [trade.honest, await ahead(-year)],
  ]) {
    const t = trade.terminal({ chain: trade.chain(...endpoints) });
    t.wallet.before = ({ method }) => {
      if (method === "eth_sendTransaction") saysNo();
    };
    await assert.rejects(buy(t, intent(trade.sold({ token }), { by: "authorization" })), /User rejected/);
    const { deadline } = (await only(t)).signed!;
    assert.ok(deadline >= time + lifetime && deadline < time + lifetime + 600, String(deadline - time));
  }
});

test("by a time long ago nothing is paid: what would be signed is over", async () => {
  const liar = await ahead(-year);
  const t = trade.terminal({ chain: trade.chain(liar) });
  await assert.rejects(buy(t, intent(trade.sold({ token }), { by: "authorization" })), /would fail/);
  assert.ok(!t.wallet.asked.includes("eth_sendTransaction"));
  // Coin is paid by a call that has no end: its order is the chain's own, and found as ever.
  const coin = intent(trade.sold());
  const { payment } = await buy(t, coin);
  const again = await buy(t, coin);
  assert.deepEqual([again.step, again.order?.transaction], ["confirmed", payment!.hash]);
  assert.equal(t.wallet.asked.filter((one) => one === "eth_sendTransaction").length, 1);
});

test("an endpoint that says that a signature is over has no second one signed beside it", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold({ token }), { by: "authorization" });
  t.wallet.before = ({ method }) => {
    if (method === "eth_sendTransaction") closes();
  };
  await assert.rejects(buy(t, how), /page was closed/);
  t.wallet.before = () => undefined;
  const asked = t.wallet.asked.length;
  const { time } = await trade.chain().head();
  const liar = await ahead(2 * 60 * 60);
  await assert.rejects(
    buy({ ...t, chain: trade.chain(liar) }, how),
    /not by another or this computer's clock: it may still pay/,
  );
  const both = { ...t, chain: trade.chain(liar, trade.honest) };
  const atItsTime = mock.method(Date, "now", () => 1000 * (time + 2 * 60 * 60));
  await assert.rejects(buy(both, how), /it may still pay/, "the clock is the liar's, another endpoint's is not");
  atItsTime.mock.restore();
  assert.equal(t.wallet.asked.length, asked);
  assert.ok((await buy(t, how)).payment?.hash, "by the honest one it is sent as it was signed");
});

/** Waits for some looks at the chain. */
async function looks(t: TestTerminal, p: Purchase): Promise<News[]> {
  const [stop, heard]: [AbortController, News[]] = [new AbortController(), []];
  const over = awaitRelease(t, p, { stay: true, watch: (news) => void heard.push(news) }, stop.signal);
  over.catch(() => undefined);
  await eventually(async () => heard.filter(({ of }) => of === "chain").length > 3);
  stop.abort(new Error("seen"));
  await assert.rejects(over, /seen/);
  return heard;
}

test("a dispute and a refund that one endpoint alone says are due are not asked for", async () => {
  const honest = trade.terminal();
  const p = await buy(honest, intent(trade.sold()));
  const day = 24 * 60 * 60;
  const early = { ...honest, chain: trade.chain(await ahead(day - 600), trade.honest) };
  for (const { of } of await looks(early, p)) assert.notEqual(of, "move");
  await trade.anvil.sleep(day / 2 + 1);
  const { time } = await trade.chain().head();
  const atItsTime = mock.method(Date, "now", () => 1000 * time);
  const beside = { ...honest, chain: trade.chain(trade.honest, await ahead(-day)) };
  await looks(beside, await only(honest)); // an endpoint that lags behind holds up nothing
  atItsTime.mock.restore();
  await eventually(async () => (await look(honest, p)).status?.state === "disputed");
  await looks(honest, await only(honest));
  const asked = honest.wallet.asked.length;
  const late = { ...honest, chain: trade.chain(await ahead(day + 600), trade.honest) };
  for (const { of } of await looks(late, await only(honest))) assert.notEqual(of, "move");
  assert.equal(honest.wallet.asked.length, asked);
  await trade.anvil.sleep(day + 1);
  assert.equal((await awaitRelease(honest, await only(honest), { stay: true })).step, "refunded");
});
