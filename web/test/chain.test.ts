// What an endpoint shows of logs and of itself: one that is behind, of another chain or
// out of its mind gives way to the next, and what was not asked for is no answer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { paymentTopic } from "../protocol/event.ts";
import { buy } from "../terminal/buying.ts";
import type { Log, LogQuery } from "../terminal/chain.ts";
import type { Reply } from "../terminal/endpoint.ts";
import { Failure } from "../terminal/failure.ts";
import { intent, Trade } from "./trade.ts";

let trade: Trade;
let query: LogQuery;
let logs: Log[];
before(async () => {
  trade = await Trade.start();
  for (let n = 0; n < 3; n++) await buy(trade.terminal(), intent(trade.sold()));
  const { number } = await trade.chain().head();
  query = { address: trade.anvil.escrow, topics: [paymentTopic], from: 1, to: number };
  logs = await trade.chain().logs(query);
});
after(() => trade.stop());

type Raw = Record<string, unknown>;

/** An endpoint that makes something else of its logs. */
const showing = (change: (logs: Raw[]) => unknown[]) =>
  trade.liar(({ method }, reply): Reply => {
    if (method !== "eth_getLogs" || !("result" in reply)) return reply;
    return { result: change(reply.result as Raw[]) };
  });

test("an endpoint that is behind what is asked for, or of another chain, gives way to the next", async () => {
  assert.equal(logs.length, 3);
  const hidden = (method: string, result: string) =>
    trade.liar((asked, reply) => {
      if (asked.method === method) return { result };
      return asked.method === "eth_getLogs" ? { result: [] } : reply;
    });
  for (const liar of [hidden("eth_blockNumber", `0x${(query.to - 1).toString(16)}`), hidden("eth_chainId", "0x1")]) {
    assert.deepEqual(await trade.chain(liar, trade.honest).logs(query), logs);
    await assert.rejects(trade.chain(liar).logs(query), /behind block|is of chain 1/);
  }
});

test("logs that were not asked for are refused whole, and those of dropped blocks are none", async () => {
  const changed = (one: Raw) => showing(([first, ...rest]) => [{ ...first, ...one }, ...rest]);
  const others = [
    { address: `0x${"ee".repeat(20)}` },
    { blockNumber: "0x0" },
    { blockNumber: `0x${(query.to + 1).toString(16)}` },
    { topics: [`0x${"ee".repeat(32)}`] },
    { topics: [] },
  ];
  for (const one of others) {
    await assert.rejects(trade.chain(changed(one)).logs(query), /not one that was asked for/);
    assert.deepEqual(await trade.chain(changed(one), trade.honest).logs(query), logs);
  }
  assert.deepEqual(await trade.chain(changed({ removed: true })).logs(query), logs.slice(1));
});

test("logs come in the chain's order", async () => {
  assert.deepEqual(await trade.chain(showing((all) => all.toReversed())).logs(query), logs);
  const twins = showing(([first]) => [
    { ...first, logIndex: "0x9" },
    { ...first, logIndex: "0x2" },
  ]);
  assert.deepEqual(
    (await trade.chain(twins).logs(query)).map(({ index }) => index),
    [2, 9],
  );
});

test("whoever is about to pay is told of an endpoint of another chain", async () => {
  for (const id of ["0x1", "0x", "none", 7, null]) {
    const liar = trade.liar((_, reply) => ("result" in reply ? { result: id } : reply));
    for (const endpoints of [
      [liar, trade.honest],
      [trade.honest, liar],
    ])
      await assert.rejects(trade.chain(...endpoints).checkIds(), /is of another chain .*, not 31337/);
  }
  await trade.chain().checkIds();
});

test("one endpoint's grave word ends it, whatever another says; one that is away is passed over", async () => {
  const says = async (kind: "danger" | "unreachable") => {
    const of = [trade.liar((_, reply) => reply), trade.honest];
    const chain = trade.chain(...of);
    const ask = (host: string): Promise<number> =>
      host === of[0]!.host ? Promise.reject(new Failure(kind, "it fell")) : Promise.resolve(7);
    return chain.each((one) => ask(one.endpoints[0]!.host));
  };
  await assert.rejects(says("danger"), /it fell/);
  assert.deepEqual(await says("unreachable"), [7]);
});
