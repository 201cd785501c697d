// Whether the committee would release what is about to be paid for.

import { Doubt, type Overruled } from "./failure.ts";
import { listingOf, type Purchase } from "./purchase.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Refuses to pay for a product that no node can be heard to serve. To overrule that is
 * safe for the money: what is not released is refunded, after a dispute.
 * @throws Doubt
 */
export async function checkServed(
  { nodes, tell }: Terminal,
  p: Purchase,
  deployed: boolean,
  { unserved }: Overruled,
  signal?: AbortSignal,
) {
  if (unserved || !deployed || nodes.length === 0) return;
  const { place } = listingOf(p);
  const said = await Promise.allSettled(nodes.map((node) => node.declines(place.chainId, place.product, signal)));
  signal?.throwIfAborted();
  const answers = said.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (answers.includes(undefined)) return;
  const declined = answers[0];
  if (declined === undefined) tell("nodes", "none of the committee can be reached");
  throw new Doubt(
    "unserved",
    "refused",
    declined === undefined ? "no node of the committee can be reached" : `the committee declines: ${declined}`,
    ["nothing was paid", "paying anyway is right where the nodes will be back in time"],
  );
}
