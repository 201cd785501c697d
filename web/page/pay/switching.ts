// The chain that a wallet is on, and having it go to another (EIP-3326, EIP-3085).

import { coins } from "../../terminal/constants.ts";
import { type Provider, refusalOf } from "../../terminal/endpoint.ts";
import { Failure } from "../../terminal/failure.ts";
import { parseQuantity, quantity } from "../../terminal/quantity.ts";
import { Declined } from "../../terminal/terminal.ts";

/** The chain that a wallet is on. @throws Failure "unreachable" where it does not tell */
export async function chainOf(provider: Provider): Promise<bigint> {
  try {
    return parseQuantity(await provider.request({ method: "eth_chainId" }));
  } catch (cause) {
    throw new Failure(
      "unreachable",
      "the wallet does not tell which chain it is on",
      ["open it, and try again"],
      cause,
    );
  }
}

const unknownChain = 4902;

/**
 * Has a wallet go to a chain, which it is told of with the user's own endpoint where
 * it does not know it.
 * @throws Declined where its user says no; Failure "refused" where it has to be told by its user
 */
export async function switchChain(
  provider: Provider,
  chainId: number,
  name: string,
  endpoints: readonly string[],
): Promise<void> {
  const params = [{ chainId: quantity(chainId) }];
  const go = (): Promise<unknown> => provider.request({ method: "wallet_switchEthereumChain", params });
  try {
    return void (await go());
  } catch (cause) {
    if (!isUnknown(cause)) throw new Declined(`switch to ${name}`, cause);
  }
  const [endpoint] = endpoints;
  if (endpoint === undefined)
    throw new Failure("refused", `the wallet does not know ${name}`, [
      `add chain ${chainId} in the wallet, or name an endpoint of it in this page's settings`,
    ]);
  const symbol = coins[chainId] ?? "ETH";
  const added = {
    chainId: quantity(chainId),
    chainName: name,
    nativeCurrency: { name: symbol, symbol, decimals: 18 },
    rpcUrls: [endpoint],
  };
  try {
    await provider.request({ method: "wallet_addEthereumChain", params: [added] });
    await go(); // some add it without going there
  } catch (cause) {
    throw new Declined(`add ${name}`, cause);
  }
}

// Some wallets put it within another error.
function isUnknown(cause: unknown): boolean {
  if (refusalOf(cause).code === unknownChain) return true;
  const data = (cause as { data?: { originalError?: unknown } } | null)?.data;
  return data?.originalError !== undefined && refusalOf(data.originalError).code === unknownChain;
}
