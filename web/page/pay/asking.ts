// A wallet that tells when it asks its user, so that the page can say what to do
// there; and that asks nothing more once its user stopped.

import type { Provider } from "../../terminal/endpoint.ts";
import type { Wallet } from "../../terminal/terminal.ts";

const prompts = new Set(["eth_sendTransaction", "eth_signTypedData_v4"]);

/** What is told of prompts. */
export interface Prompted {
  /** The wallet is about to ask. */
  asking(): void;
  /** It was answered, by yes or no. */
  answered(yes: boolean): void;
}

/** The same wallet, whose prompts are told. */
export function prompting({ provider, address }: Wallet, told: Prompted, signal: AbortSignal): Wallet {
  const request: Provider["request"] = async (question) => {
    if (!prompts.has(question.method)) return provider.request(question);
    // EIP-1193's word for what its user rejects: nothing was sent, for certain.
    if (signal.aborted) throw Object.assign(new Error("you stopped before it was asked"), { code: 4001 });
    told.asking();
    try {
      const answer = await provider.request(question);
      told.answered(true);
      return answer;
    } catch (cause) {
      told.answered(false);
      throw cause;
    }
  };
  return { provider: { request }, address };
}
