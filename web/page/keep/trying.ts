// Whether somebody can be asked, tried out: what an endpoint or a node says of itself.

import { httpEndpoint } from "../../terminal/endpoint.ts";
import { said } from "../../terminal/failure.ts";
import { Node } from "../../terminal/node.ts";
import { chainText } from "../chain.ts";

const patience = 8000; // milliseconds

/** What came of a try. */
export interface Tried {
  readonly good: boolean;
  readonly words: string;
}

/** Asks an endpoint for its chain. */
export async function tryEndpoint(url: string, chainId: number): Promise<Tried> {
  try {
    const [reply] = await httpEndpoint(url, patience).ask([{ method: "eth_chainId", params: [] }]);
    if (!reply || "refusal" in reply)
      return { good: false, words: `it refuses: ${reply?.refusal.message ?? "no reply"}` };
    const found = Number(BigInt(String(reply.result)));
    if (found !== chainId) return { good: false, words: `it is of ${chainText(found)}, not of ${chainText(chainId)}` };
    return { good: true, words: `it answers for ${chainText(chainId)}` };
  } catch (cause) {
    return { good: false, words: said(cause) };
  }
}

/** Asks a node who it is. */
export async function tryNode(url: string): Promise<Tried> {
  try {
    const { operators } = await new Node(url).info(AbortSignal.timeout(patience));
    const committee = `a committee of ${operators.length} ${operators.length === 1 ? "node" : "nodes"}`;
    return { good: true, words: `it answers, and is of ${committee}` };
  } catch (cause) {
    return { good: false, words: said(cause) };
  }
}
