// Shares that one node seals for another, for the answer of a dispute (spec 4.4).
//
//   R    = r·h
//   info = "SHRINKWRAP-V1-PEER-SHARE" ‖ R compressed(96) ‖ i(1) ‖ j(1)
//   mask = HKDF(GT encoding of e(peer point, V_j)^r, info, 48)
//   C    = U_i compressed(48) ⊕ mask

import { ascii, concat, integer, xor } from "./bytes.ts";
import { hkdf } from "./hashing.ts";
import { checkCount, maxNodes } from "./interpolation.ts";
import { gt } from "./pairing.ts";
import { type OrderPlace, peerPoint } from "./place.ts";
import { compressG1, compressG2, type G1, type G2, h, parseG1 } from "./point.ts";
import { scalarOfRandom } from "./scalar.ts";

/** A share U_i of node i, which node j alone can read. */
export interface SealedShare {
  /** i */
  readonly node: number;
  /** j */
  readonly for: number;
  readonly R: G2;
  /** 48 bytes. */
  readonly C: Uint8Array;
}

/** A share that was opened, and what opened it. */
export interface OpenedShare {
  readonly share: G1;
  /** 576 bytes, a secret of both nodes. */
  readonly gt: Uint8Array;
  /** 48 bytes. */
  readonly mask: Uint8Array;
}

/** Refuses a C of another length than a compressed point's. */
export function checkC(C: Uint8Array): void {
  if (C.length !== 48) throw new RangeError(`sealed share has ${C.length} bytes, want 48`);
}

/** Seals node i's share for node j, whose key is V_j. random is 48 bytes, fresh unless a test fixes them. */
export function sealShare(
  place: OrderPlace,
  { node, for: peer, V }: { node: number; for: number; V: G2 },
  share: G1,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(48)),
): SealedShare {
  const r = scalarOfRandom(random);
  const R = h.multiply(r);
  const mask = shareMask(gt(peerPoint(place).multiply(r), V), R, node, peer);
  return { node, for: peer, R, C: xor(compressG1(share), mask) };
}

/**
 * Opens a share that was sealed for node j with j's secret s_j. Whether it is node
 * i's share for the order's place is still to be verified.
 */
export function openShare(place: OrderPlace, sealed: SealedShare, secret: bigint): OpenedShare {
  checkC(sealed.C);
  const pair = gt(peerPoint(place).multiply(secret), sealed.R);
  const mask = shareMask(pair, sealed.R, sealed.node, sealed.for);
  return { share: parseG1(xor(sealed.C, mask)), gt: pair, mask };
}

function shareMask(pair: Uint8Array, R: G2, node: number, peer: number): Uint8Array {
  checkCount("node", node, maxNodes);
  checkCount("node", peer, maxNodes);
  const info = concat(ascii("SHRINKWRAP-V1-PEER-SHARE"), compressG2(R), integer(node, 1), integer(peer, 1));
  return hkdf(pair, info, 48);
}
