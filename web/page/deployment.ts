// The contracts that the page trusts. A wrap names none of them: its signature and
// its product's address hold for one escrow only, so that a wrap made for another
// is found out offline.

import { hexToBytes } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import type { Deployment } from "../protocol/headersignature.ts";
import { toAddress } from "../protocol/word.ts";
import { escrowAddress } from "../terminal/constants.ts";

const escrow = toAddress(hexToBytes(escrowAddress));

/** The escrow, and the contracts that it made. */
export const deployment: Deployment = { escrow, ...contractsOf(escrow) };
