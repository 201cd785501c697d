// What a move that a wallet is to make has come to, in words.

import type { Failure } from "../../terminal/failure.ts";
import { costsWords } from "../../terminal/fees.ts";
import type { MoveNews } from "../../terminal/news.ts";
import { shortened } from "./hashline.ts";

// What time alone is missing for, or an endpoint that answers, is tried again by itself.
function isLater({ kind }: Failure): boolean {
  return kind === "pending" || kind === "unreachable";
}

const whats = { dispute: "demand", refund: "refund" } as const;

/** What a move that a wallet is to make has come to. */
export function moveText(chainId: number, move: MoveNews | undefined): string {
  switch (move?.state) {
    case undefined:
      return "";
    case "asked":
      return `Look into your wallet: it is asked for this one transaction${move.costs ? `, which ${costsWords(chainId, move.costs)}` : ""}.`;
    case "sent":
      return `Your ${whats[move.move]} is sent, in transaction ${shortened(move.hash)}: waiting for a block that takes it.`;
    case "failed":
      return `Not done: ${[move.failure.message, ...move.failure.hints].join("; ").replace(/\.$/, "")}.${isLater(move.failure) ? "" : " Your wallet is not asked again unless you press the button."}`;
  }
}
