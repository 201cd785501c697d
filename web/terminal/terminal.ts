// What a terminal works with: its store, a chain, nodes, and perhaps a wallet.

import type { Address, Hash } from "../protocol/word.ts";
import { bytesToHex, equal, hexToBytes } from "../protocol/bytes.ts";
import { type NodePace, nodePace } from "./asking.ts";
import { type Call, checksummed, dataOf } from "./calldata.ts";
import type { Chain } from "./chain.ts";
import { type Provider, refusalOf } from "./endpoint.ts";
import { Failure, said } from "./failure.ts";
import type { Listing } from "./listing.ts";
import type { Node } from "./node.ts";
import { parseQuantity, quantity } from "./quantity.ts";
import type { TypedData } from "./signing.ts";
import type { Storage } from "./storage.ts";

/** How patiently a terminal waits, in milliseconds but for the nodes' wait. */
export interface Pace extends NodePace {
  /** Between two looks at the chain. */
  readonly chain: number;
  /** For an endpoint to search all of the chain. */
  readonly search: number;
}

/** What suits nodes on the Internet and Ethereum, which has a block every 12 s. */
export const pace: Pace = { ...nodePace, chain: 6000, search: 20_000 };

/** Milliseconds between two looks at chains whose blocks come faster, about half a block and at least a second. */
const quick: Readonly<Record<number, number>> = {
  10: 1000, // OP Mainnet, 2 s (docs.optimism.io)
  56: 1000, // BNB Smart Chain, below 1 s (docs.bnbchain.org)
  100: 2500, // Gnosis, 5 s (docs.gnosischain.com)
  137: 1000, // Polygon, 2 s (docs.polygon.technology)
  1337: 1000, // trials
  8453: 1000, // Base, 2 s (docs.base.org)
  42161: 1000, // Arbitrum One, 250 ms (docs.arbitrum.io)
  43114: 1000, // Avalanche, 2 s (build.avax.network)
  84532: 1000, // Base Sepolia
};

/** What suits a chain. */
export function paceOf(chainId: number): Pace {
  return { ...pace, chain: quick[chainId] ?? pace.chain };
}

/** An account that signs in a wallet. */
export interface Wallet {
  readonly provider: Provider;
  readonly address: Address;
}

/** All that a terminal works with. */
export interface Terminal {
  readonly storage: Storage;
  readonly chain: Chain;
  readonly nodes: readonly Node[];
  readonly wallet?: Wallet;
  /** The software's own constant: a wrap names none. */
  readonly escrow: Address;
  /** Of the escrow's code; empty where the user named the escrow himself. */
  readonly codeHashes: readonly Hash[];
  readonly pace: Pace;
  /** Progress, in words. */
  readonly tell: (source: string, words: string) => void;
}

/** Refuses a listing of another chain, or for another escrow than the terminal's own. */
export function checkPlace({ chain, escrow }: Terminal, { place }: Listing): void {
  if (!equal(place.escrow, escrow))
    throw new Failure(
      "danger",
      `the wrap was made for the escrow ${checksummed(place.escrow)}, which nobody vouches for`,
    );
  if (place.chainId !== chain.chainId)
    throw new Failure(
      "input",
      `the wrap is sold on chain ${place.chainId}, these endpoints are of chain ${chain.chainId}`,
    );
}

/** The wallet, or what to do without one. */
export function walletOf({ wallet }: Terminal, what: string): Wallet {
  if (wallet) return wallet;
  throw new Failure("refused", `no wallet is connected to pay for the ${what}`, [
    "connect one, or pay from any other by the request's code",
  ]);
}

/** A wallet that did not do what it was asked for. */
export class Declined extends Failure {
  /** Whether nothing was sent for certain: the user said no, or the wallet cannot. */
  readonly certain: boolean;

  constructor(what: string, cause: unknown) {
    const { code, message } = refusalOf(cause);
    super("refused", `the wallet did not ${what}: ${message}`, [], cause);
    this.certain = [4001, 4100, 4200, -32601, -32602].includes(code);
  }
}

/** Refuses a wallet that is on another chain, after asking it to switch. */
export async function checkWallet({ provider }: Wallet, chainId: number): Promise<void> {
  const on = async (): Promise<bigint> => parseQuantity(await provider.request({ method: "eth_chainId" }));
  if ((await on()) === BigInt(chainId)) return;
  const params = [{ chainId: quantity(chainId) }];
  await provider.request({ method: "wallet_switchEthereumChain", params }).catch(() => undefined);
  const now = await on();
  if (now !== BigInt(chainId))
    throw new Failure("refused", `the wallet is on chain ${now}, the product is sold on chain ${chainId}`, [
      "switch the wallet's network",
    ]);
}

/** Fees that a transaction offers, per gas, in wei. */
export interface Fees {
  readonly cap: bigint;
  readonly tip: bigint;
}

/** Asks a wallet to sign and send a call, and returns the transaction's hash. */
export async function send(wallet: Wallet, call: Call, gas: bigint, fees?: Fees): Promise<string> {
  const transaction = {
    from: bytesToHex(wallet.address),
    to: bytesToHex(call.to),
    value: quantity(call.value),
    data: bytesToHex(dataOf(call)),
    gas: quantity(gas),
    ...(fees && { maxFeePerGas: quantity(fees.cap), maxPriorityFeePerGas: quantity(fees.tip) }),
  };
  const hash = await asked("send the transaction", () =>
    wallet.provider.request({ method: "eth_sendTransaction", params: [transaction] }),
  );
  if (!/^0x[0-9a-fA-F]{64}$/.test(hash)) throw new Declined("send the transaction", "it gave no hash");
  return hash.toLowerCase();
}

/** Asks a wallet to sign typed data, and returns the signature. */
export async function sign(wallet: Wallet, data: TypedData): Promise<string> {
  const params = [bytesToHex(wallet.address), JSON.stringify(data)];
  const signature = await asked("sign", () => wallet.provider.request({ method: "eth_signTypedData_v4", params }));
  try {
    hexToBytes(signature.toLowerCase());
  } catch {
    throw new Declined("sign", "it gave no signature");
  }
  return signature.toLowerCase();
}

/** Room for what other purchases change before this one. */
export function withRoom(gas: bigint): bigint {
  return gas + gas / 4n + 10_000n;
}

async function asked(what: string, request: () => Promise<unknown>): Promise<string> {
  let answer: unknown;
  try {
    answer = await request();
  } catch (cause) {
    throw new Declined(what, cause);
  }
  if (typeof answer !== "string") throw new Declined(what, `it answered ${said(answer).slice(0, 60)}`);
  return answer;
}
