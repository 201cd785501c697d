// All that is looked at before anything is paid: the escrow's code, the product's
// offer, and whether this was paid for before, here or on another computer.

import { Words } from "../protocol/abi.ts";
import { bytesToHex, equal } from "../protocol/bytes.ts";
import { offerHash } from "../protocol/offer.ts";
import { affineG1 } from "../protocol/point.ts";
import { type Address, type Hash, toHash } from "../protocol/word.ts";
import { addressArgument, bytesArgument, checksummed, pointArgument, selector, uintArgument } from "./calldata.ts";
import { type Ask, askCode, askHead, askView, type Head, unrefused } from "./chain.ts";
import { Refusal } from "./endpoint.ts";
import { Doubt, Failure, isUnreachable, said, type Overruled } from "./failure.ts";
import { accountOf, type Listing, offerOfListing, owns } from "./listing.ts";
import { money } from "./money.ts";
import type { Node } from "./node.ts";
import { askPeaks, type Confirmed, findOrder } from "./orders.ts";
import { keyOf, listingOf, type Purchase, termsOf } from "./purchase.ts";
import type { Terminal } from "./terminal.ts";
import { borneOut } from "./time.ts";

/** What was found. */
export interface Survey {
  /** Of the first endpoint; its time is one that others bear out. */
  readonly head: Head;
  /** Whether the product stands on the chain. */
  readonly deployed: boolean;
  /** An earlier payment under the release key. */
  readonly order?: Confirmed;
  /** Of the account's log. */
  readonly peaks?: { readonly count: number; readonly peaks: readonly string[] };
}

/** Surveys the chain for a purchase. payer is who will pay, if that is known. */
export async function survey(
  terminal: Terminal,
  p: Purchase,
  payer: Address,
  overruled: Overruled,
  signal?: AbortSignal,
): Promise<Survey> {
  const { chain, escrow, codeHashes } = terminal;
  const listing = listingOf(p);
  await chain.checkCode(escrow, codeHashes, signal);
  const [askCount, askAll] = askPeaks(escrow, accountOf(listing));
  const asks = [askHead(), askCode(listing.place.product), askCount, askAll, askOffer(p, listing, payer)] as const;
  const [newest, atProduct, count, peaks, offer] = await chain.ask(asks, signal);
  const code = unrefused(atProduct);
  const head = { ...unrefused(newest), time: await borneOut(chain, unrefused(newest).time, signal) };
  const order = await lookBack(terminal, p, head, overruled, signal);
  const deployed = code.length > 0;
  if (order === undefined) checkOffer(p, listing, deployed, offer);
  const known =
    count instanceof Refusal || peaks instanceof Refusal ? {} : { peaks: { count, peaks: peaks.map(bytesToHex) } };
  return { head, deployed, ...(order && { order }), ...known };
}

interface Offered {
  readonly hash: Hash;
  readonly price: bigint;
}

// The template answers its escrow alone.
function askOffer(p: Purchase, { place }: Listing, payer: Address): Ask<Offered | undefined> {
  const B = pointArgument(affineG1(keyOf(p)));
  const args = [uintArgument(8, place.tier), addressArgument(payer), B, bytesArgument(termsOf(p).data)];
  const view = askView(place.product, "offer", args);
  const [message, block] = view.params as [Record<string, string>, string];
  const params = [{ ...message, from: bytesToHex(place.escrow) }, block];
  return { method: view.method, params, read: (result) => readOffer(view.read(result)) };
}

// publisher, token, committee, groupKey, feeBps, price, confirmations; nothing where no product stands.
function readOffer(bytes: Uint8Array): Offered | undefined {
  if (bytes.length < 7 * 32) return undefined;
  const words = new Words("offer", bytes.slice(0, 7 * 32), 7);
  const head = {
    publisher: words.address("publisher"),
    token: words.address("token"),
    committee: words.address("committee"),
    groupKey: toHash(words.take(1)),
    feeBps: words.number("feeBps", 16),
  };
  const price = words.amount("price", 96);
  return { hash: offerHash({ ...head, confirmations: words.number("confirmations", 8) }), price };
}

function checkOffer(p: Purchase, listing: Listing, deployed: boolean, offer: Offered | Refusal | undefined): void {
  const { place, custom, terms } = listing;
  if (!deployed && custom)
    throw new Failure("refused", `there is no product contract at ${checksummed(place.product)}`);
  if (!deployed) return; // it is deployed with the payment, at the address of its terms
  if (offer instanceof Refusal && isSoldOut(offer))
    throw new Failure("refused", `tier ${listing.tierName} is sold out: all that the publisher offered were bought`, [
      "nothing was paid; another tier may be left",
    ]);
  if (offer instanceof Refusal || offer === undefined)
    throw new Failure("refused", `the product is not sold now: ${offer?.message ?? "it makes no offer"}`, [
      "nothing was paid; another tier may be left",
    ]);
  if (!equal(offer.hash, offerHash(offerOfListing(listing))))
    throw new Failure("refused", "the product's terms changed since the wrap was signed", ["nothing was paid"]);
  const { maxPrice } = termsOf(p);
  if (offer.price <= maxPrice) return;
  const [now, most] = [offer.price, maxPrice].map((n) => money(place.chainId, terms.token, n));
  throw new Failure("refused", `the product costs ${now} now, more than the ${most} agreed to`, ["nothing was paid"]);
}

/** Whether a refusal is the template's of a tier whose supply was bought. */
export function isSoldOut({ data }: Refusal): boolean {
  return data?.startsWith(bytesToHex(selector("Product_SoldOut(uint256,uint256)"))) === true;
}

/**
 * Looks for an earlier payment under the key: at every endpoint, since one that hides
 * it would have it paid twice, and at the nodes.
 */
async function lookBack(terminal: Terminal, p: Purchase, head: Head, overruled: Overruled, signal?: AbortSignal) {
  const searched = await Promise.allSettled(
    terminal.chain.endpoints.map((endpoint) => search(terminal.chain.through(endpoint), terminal, p, head, signal)),
  );
  signal?.throwIfAborted();
  const failures = searched.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  const danger = failures.find((cause) => !isUnreachable(cause));
  if (danger !== undefined) throw danger;
  for (const one of searched) if (one.status === "fulfilled" && one.value) return one.value;
  const told = await Promise.allSettled(terminal.nodes.map((node) => askEarlier(node, p, signal)));
  signal?.throwIfAborted();
  if (overruled.maybePaid !== true) checkTold(p, told, failures.length < searched.length, failures);
  return undefined;
}

// All of the chain is searched where nothing is known yet: the seed may have been
// used before, on another computer.
function search(chain: Terminal["chain"], { pace }: Terminal, p: Purchase, head: Head, signal?: AbortSignal) {
  const late = AbortSignal.timeout(pace.search);
  const wanted = { listing: listingOf(p), B: keyOf(p), since: p.since, refundTo: termsOf(p).refundTo };
  const limited = signal ? AbortSignal.any([signal, late]) : late;
  return findOrder(chain, wanted, head.number, limited).catch((cause: unknown) => {
    if (!late.aborted || signal?.aborted) throw cause;
    throw new Failure("unreachable", `an endpoint did not search the chain within ${pace.search / 1000} s`);
  });
}

// Whether a node saw an order of ours, which the endpoints do not show.
async function askEarlier(node: Node, p: Purchase, signal?: AbortSignal): Promise<string | undefined> {
  const listing = listingOf(p);
  const [B, { place, terms }] = [keyOf(p), listing];
  const { state, order } = await node.release({ groupKey: terms.groupKey, place, B }, signal);
  if (order === undefined || state === "unknown" || state === "declined" || state === "refunded") return undefined;
  const { leaf } = await node.order(place.chainId, order, signal);
  return owns(listing, B, leaf) ? `node ${node.host} saw a payment in order ${bytesToHex(order)}` : undefined;
}

function checkTold(
  p: Purchase,
  told: readonly PromiseSettledResult<string | undefined>[],
  searched: boolean,
  failures: readonly unknown[],
): void {
  const seen = told.flatMap((one) => (one.status === "fulfilled" && one.value !== undefined ? [one.value] : []));
  if (seen.length > 0)
    throw new Doubt(
      "maybePaid",
      "pending",
      `"${p.title}" may be paid already: ${seen[0]}, which the endpoints do not show`,
      ["in a moment they may; or name another endpoint", "paying anyway is right where that node lies"],
    );
  if (searched || told.some((one) => one.status === "fulfilled")) return;
  throw new Doubt(
    "maybePaid",
    "unreachable",
    `nobody tells whether this was paid for before: ${failures.map(said).join("; ")}`,
    [
      "nothing was paid; name another endpoint, or a node",
      "paying anyway is right where this seed never paid for this product on another computer",
    ],
  );
}
