// A buyer on a chain whose time a test moves, and endpoints beside it that lie: what
// tests of paying and waiting have in common.

import { bytesToHex } from "../protocol/bytes.ts";
import { compressG1 } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { parseAddress, toAddress } from "../protocol/word.ts";
import type { Intent } from "../terminal/buying.ts";
import { selector } from "../terminal/calldata.ts";
import { Chain } from "../terminal/chain.ts";
import { type Endpoint, httpEndpoint, type Question, type Reply } from "../terminal/endpoint.ts";
import type { Listing } from "../terminal/listing.ts";
import { keyOf, listingOf, type Purchase } from "../terminal/purchase.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Anvil, richKey, startAnvil } from "./anvil.ts";
import { binding, codeHashes } from "./demo.ts";
import { eventually } from "./eventually.ts";
import { type Made, madeUp, secret } from "./listings.ts";
import { type Asked, type TestWallet, walletOf } from "./wallets.ts";

/** Who gets the money back. */
export const refundTo = toAddress(new Uint8Array(20).fill(0xb7));

/** Anvil's second account. */
export const otherKey = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

/** A terminal, its wallet, and what it told. */
export interface TestTerminal extends Terminal {
  readonly wallet: TestWallet;
  readonly told: string[];
}

/** What an endpoint makes of another one's reply. */
export type Forge = (asked: Question, reply: Reply) => Reply;

/** The chain, and whoever trades on it. */
export class Trade {
  readonly anvil: Anvil;
  readonly honest: Endpoint;
  #price = 10n ** 16n;

  private constructor(anvil: Anvil) {
    this.anvil = anvil;
    this.honest = httpEndpoint(anvil.rpc);
  }

  static async start(): Promise<Trade> {
    return new Trade(await startAnvil());
  }

  /** A wallet that answers once its transaction is in a block, for Anvil answers before. */
  wallet(key: `0x${string}` = richKey): TestWallet {
    const made = walletOf(key, this.anvil.rpc);
    made.after = (hash) => eventually(async () => (await this.anvil.call("eth_getTransactionReceipt", hash)) !== null);
    return made;
  }

  terminal(changed: Partial<Omit<TestTerminal, "told">> = {}): TestTerminal {
    const told: string[] = [];
    return {
      storage: new MemoryStorage(),
      chain: this.chain(),
      nodes: [],
      wallet: this.wallet(),
      escrow: this.anvil.escrow,
      codeHashes: codeHashes(),
      pace: { wait: 1, stagger: 20, patience: 200, chain: 50, search: 10_000 },
      tell: (source, words) => void told.push(`${source}: ${words}`),
      told,
      ...changed,
    };
  }

  /** The chain over endpoints; the honest one where none is named. */
  chain(...endpoints: readonly Endpoint[]): Chain {
    return new Chain(this.anvil.chainId, endpoints.length === 0 ? [this.honest] : endpoints);
  }

  /** An endpoint that lies. */
  liar(forge: Forge): Endpoint {
    const ask: Endpoint["ask"] = async (batch, signal) =>
      (await this.honest.ask(batch, signal)).map((reply, i) => forge(batch[i]!, reply));
    return { host: "liar.example", ask };
  }

  /** One that says of its newest block what is not so. */
  headLiar(changed: Readonly<Record<string, string>>): Endpoint {
    return this.liar(({ method }, reply) =>
      method === "eth_getBlockByNumber" && "result" in reply
        ? { result: { ...(reply.result as object), ...changed } }
        : reply,
    );
  }

  /** A product of its own, whose price no other one has. */
  sold(made: Omit<Made, "chainId" | "escrow" | "price"> = {}): Listing {
    this.#price += 1n;
    return madeUp({ ...made, chainId: this.anvil.chainId, escrow: this.anvil.escrow, price: this.#price });
  }

  /** A token that takes signatures, of which the rich account has much. */
  async token() {
    const [from] = (await this.anvil.call("eth_accounts")) as string[];
    const made = await this.#mined({ from, data: bytesToHex(binding("signedtoken.go")), gas: "0x500000" });
    const word = (n: string): string => n.slice(2).padStart(64, "0");
    const mint = bytesToHex(selector("mint(address,uint256)")) + word(from!) + word("0x56bc75e2d63100000");
    await this.#mined({ from, to: made, data: mint });
    return parseAddress(made!.toLowerCase());
  }

  async #mined(transaction: object): Promise<string | undefined> {
    const hash = await this.anvil.call("eth_sendTransaction", transaction);
    const receipt = () =>
      this.anvil.call("eth_getTransactionReceipt", hash) as Promise<{ contractAddress?: string } | null>;
    await eventually(async () => (await receipt()) !== null);
    return (await receipt())!.contractAddress;
  }

  /** Makes blocks. */
  async mine(blocks: number): Promise<void> {
    await this.anvil.call("anvil_mine", `0x${blocks.toString(16)}`);
  }

  /** Makes one block, of that time in Unix seconds. */
  async mineAt(time: number): Promise<void> {
    await this.anvil.call("evm_setNextBlockTimestamp", time);
    await this.anvil.call("evm_mine");
  }

  /** Works while blocks come when they are asked for, and not by themselves. */
  async withoutMining<T>(work: () => Promise<T>): Promise<T> {
    await this.anvil.call("evm_setAutomine", false);
    try {
      return await work();
    } finally {
      await this.anvil.call("evm_mine");
      await this.anvil.call("evm_setAutomine", true);
    }
  }

  stop(): Promise<void> {
    return this.anvil.stop();
  }
}

/** What to buy, with the money back to {@link refundTo}. */
export const intent = (listing: Listing, more: Partial<Intent> = {}): Intent => ({ listing, refundTo, ...more });

/** The committee's release of a purchase, compressed; of another secret a false one. */
export const releaseOf = (p: Purchase, by = secret): string =>
  bytesToHex(compressG1(blindedPoint(listingOf(p).place, keyOf(p)).multiply(by)));

/** Refuses as a wallet whose user says no. */
export const saysNo = (): never => {
  throw Object.assign(new Error("User rejected the request."), { code: 4001 });
};

/** The transaction that a wallet is asked to send. */
export const transactionIn = ({ params }: Asked): Readonly<Record<string, string>> =>
  (params as [Record<string, string>])[0];
