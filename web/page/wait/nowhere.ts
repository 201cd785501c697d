// Nobody to ask about the chain: said calmly, while nodes are asked all the same.

import type { Provider } from "../../terminal/endpoint.ts";
import { Failure } from "../../terminal/failure.ts";

/** Stands where an endpoint would, so that a wait can begin without one. */
export const nowhere: Provider = {
  request: () =>
    Promise.reject(
      new Failure("unreachable", "no wallet and no endpoint is known to ask about the chain", [
        "connect a wallet, or name an endpoint in the settings",
      ]),
    ),
};
