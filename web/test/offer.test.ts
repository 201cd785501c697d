// What the product's contract offers now, beside what was signed: nothing is paid
// where they differ, or where it costs more.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { toAddress } from "../protocol/word.ts";
import { buy, prepare } from "../terminal/buying.ts";
import { selector } from "../terminal/calldata.ts";
import { Refusal, type Reply } from "../terminal/endpoint.ts";
import { type Listing, priceOf } from "../terminal/listing.ts";
import { intent, Trade } from "./trade.ts";

let trade: Trade;
let listing: Listing;
before(async () => {
  trade = await Trade.start();
  listing = trade.sold();
  await buy(trade.terminal(), intent(listing)); // it stands on the chain now
});
after(() => trade.stop());

/** Prepares to buy where an endpoint makes another offer of the product's. */
async function offered(forge: (offer: Uint8Array) => Reply) {
  const product = bytesToHex(listing.place.product);
  const liar = trade.liar(({ method, params }, reply) => {
    const isOffer = method === "eth_call" && (params[0] as { to: string }).to === product;
    return isOffer && "result" in reply ? forge(hexToBytes(reply.result as string)) : reply;
  });
  const t = trade.terminal({ chain: trade.chain(liar) });
  return prepare(t, intent(listing)).finally(() => assert.deepEqual(t.wallet.asked, []));
}

const saying = (bytes: Uint8Array): Reply => ({ result: bytesToHex(bytes) });

/** The offer with one more in a word. */
function raised(offer: Uint8Array, word: number): Uint8Array {
  const last = 32 * word + 31;
  return offer.with(last, offer[last]! + 1);
}

test("an offer that differs in any member from what was signed is not paid", async () => {
  const members = ["publisher", "token", "committee", "groupKey", "feeBps", undefined, "confirmations"];
  for (const [word, name] of members.entries())
    if (name)
      await assert.rejects(
        offered((offer) => saying(raised(offer, word))),
        /terms changed/,
        name,
      );
  assert.ok((await offered(saying)).survey?.deployed);
});

test("a price is paid up to what was agreed to", async () => {
  const priced = (price: bigint) => (offer: Uint8Array) => {
    const bytes = offer.slice();
    bytes.set(hexToBytes(`0x${price.toString(16).padStart(64, "0")}`), 5 * 32);
    return saying(bytes);
  };
  const agreed = priceOf(listing);
  await assert.rejects(offered(priced(agreed + 1n)), /costs 0\.01\d* ETH now, more than the 0\.01\d* ETH agreed to/);
  for (const price of [agreed, agreed - 1n, 0n]) assert.ok((await offered(priced(price))).survey);
});

test("a product that makes no offer, or is sold out, is not paid", async () => {
  await assert.rejects(
    offered((offer) => saying(offer.slice(0, 6 * 32))),
    /not sold now: it makes no offer/,
  );
  await assert.rejects(
    offered(() => saying(new Uint8Array())),
    /not sold now: it makes no offer/,
  );
  const refusing = (data: string) => (): Reply => ({ refusal: new Refusal(3, "execution reverted", data) });
  await assert.rejects(offered(refusing("0x")), /not sold now: execution reverted/);
  const soldOut = bytesToHex(selector("Product_SoldOut(uint256,uint256)")) + "00".repeat(64);
  await assert.rejects(offered(refusing(soldOut)), /tier text is sold out/);
});

test("a product of the publisher's own is not paid for where no contract stands", async () => {
  const nowhere = toAddress(new Uint8Array(20).fill(0xee));
  const own = { ...trade.sold(), custom: true };
  const t = trade.terminal();
  await assert.rejects(
    buy(t, intent({ ...own, place: { ...own.place, product: nowhere } })),
    /there is no product contract/,
  );
  assert.deepEqual(t.wallet.asked, []);
});
