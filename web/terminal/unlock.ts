// From a release to the key of a tier (spec 3, 4.4).

import type { Header } from "../protocol/header.ts";
import { identity } from "../protocol/identity.ts";
import { releaseKey, type ReleaseKey, releaseKeyOf } from "../protocol/key.ts";
import type { Place } from "../protocol/place.ts";
import { type G1, parseG1 } from "../protocol/point.ts";
import { unblind, verifyRelease } from "../protocol/release.ts";
import { parseSecret } from "../protocol/scalar.ts";
import { openTierKey } from "../protocol/tierkey.ts";
import { orFail } from "./openerror.ts";

/** What a purchase's release key comes from: the terminal's seed, or b itself, 32 bytes. */
export type Secret = { readonly seed: Uint8Array; readonly attempt: number } | { readonly b: Uint8Array };

/** The key of a tier. All of it is secret: who has any of it but B opens the tier, for ever. */
export interface Unlocked {
  readonly key: ReleaseKey;
  /** D_k */
  readonly opener: G1;
  /** AGE-SECRET-KEY-1… */
  readonly identity: string;
}

/** The release key of a purchase. */
export function keyOf(secret: Secret, place: Place): ReleaseKey {
  return "b" in secret ? releaseKeyOf(parseSecret(secret.b)) : releaseKey(secret.seed, place, secret.attempt);
}

/**
 * Opens a tier's key. The release is verified under this header's Q: another wrap
 * of the same product may be bound to another committee.
 * @param release U compressed, 48 bytes
 * @throws OpenError of the kind danger
 */
export function unlock(header: Header, place: Place, secret: Secret, release: Uint8Array): Promise<Unlocked> {
  return orFail("danger", "what was bought does not open this wrap", () => {
    const { P, Q, R, E } = header.binding;
    const key = keyOf(secret, place);
    const U = parseG1(release);
    verifyRelease(place, key.B, Q, U);
    const opener = unblind(U, key, P);
    return { key, opener, identity: identity(openTierKey(place.tier, R, E[place.tier]!, opener).key) };
  });
}
