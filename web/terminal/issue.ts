// The order that a purchase is, and the agreement about it (spec 6.6).

import { readAgreement, verifyAgreement, writeAgreement } from "../protocol/agreement.ts";
import { equal } from "../protocol/bytes.ts";
import type { Purchase } from "../protocol/environment.ts";
import type { Header } from "../protocol/header.ts";
import type { Deployment } from "../protocol/headersignature.ts";
import { orderOf, parseLeaf } from "../protocol/leaf.ts";
import type { Place } from "../protocol/place.ts";
import { affineG1, parseG1 } from "../protocol/point.ts";
import { tag } from "../protocol/signature.ts";
import type { ReleaseKey } from "../protocol/key.ts";
import type { VerifiedHeader } from "../protocol/verifiedheader.ts";
import { orFail } from "./openerror.ts";

/** What the chain and the committee say of a purchase. */
export interface ProvenOrder {
  /** abi.encode(Leaf), 512 bytes. */
  readonly leaf: Uint8Array;
  /** σ compressed, 48 bytes. */
  readonly receipt: Uint8Array;
}

/** An order that was verified under a header. */
export interface Issued {
  /** The bytes of rights.json. */
  readonly agreement: Uint8Array;
  /** What a release program is told. */
  readonly purchase: Purchase;
}

/**
 * Issues the agreement of an order, and verifies all that it says.
 * @param verified the header, where it was verified before
 * @throws OpenError of the kind danger for an order of another header, tier or key
 */
export function issue(
  header: Header,
  deployment: Deployment,
  place: Place,
  key: ReleaseKey,
  order: ProvenOrder,
  verified?: VerifiedHeader,
): Promise<Issued> {
  return orFail("danger", "the order is not that of this purchase", () => {
    const leaf = parseLeaf(order.leaf);
    const receipt = parseG1(order.receipt);
    if (leaf.tier !== place.tier) throw new RangeError(`it is of tier ${leaf.tier}, not of tier ${place.tier}`);
    if (!equal(leaf.releaseKey, affineG1(key.B))) throw new RangeError("it is under another release key");
    const agreement = writeAgreement({ header, escrow: deployment.escrow, leaf, receipt });
    verifyAgreement(readAgreement(agreement, header), deployment, verified);
    const name = orderOf(leaf);
    const { chainId, escrow } = place;
    const mark = tag(key, { chainId, escrow, order: name });
    const paid = { amount: leaf.amount, paidAt: leaf.time, releaseKey: key.B };
    return { agreement, purchase: { place, order: name, ...paid, receipt, tag: mark } };
  });
}
