// A wallet for tests: an EIP-1193 provider that signs with a key and sends to an
// endpoint, and that can be told to fail as wallets do.

import { type Hex, type TypedDataDefinition } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { parseAddress } from "../protocol/word.ts";
import { httpEndpoint, type Provider } from "../terminal/endpoint.ts";
import type { Wallet } from "../terminal/terminal.ts";

/** What a wallet is asked. */
export type Asked = Parameters<Provider["request"]>[0];

/** A wallet, and what it was asked to send or sign. */
export interface TestWallet extends Wallet {
  readonly asked: string[];
  /** Called before a request is worked on: what it throws is the wallet's answer. */
  before: (asked: Asked) => void | Promise<void>;
  /** Called after a transaction was sent, before the wallet answers. */
  after: (hash: Hex) => void | Promise<void>;
}

/** A wallet of a private key over an endpoint. */
export function walletOf(key: Hex, rpc: string): TestWallet {
  const account = privateKeyToAccount(key);
  const endpoint = httpEndpoint(rpc);
  const call = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    const [reply] = await endpoint.ask([{ method, params }]);
    if (reply === undefined) throw new Error("no reply");
    if ("refusal" in reply) throw reply.refusal;
    return reply.result;
  };
  const transact = async (transaction: Record<string, Hex>): Promise<Hex> => {
    const [nonce, chainId] = await Promise.all([
      call("eth_getTransactionCount", [account.address, "pending"]),
      call("eth_chainId", []),
    ]);
    const raw = await account.signTransaction({
      type: "eip1559",
      chainId: Number(chainId),
      nonce: Number(nonce),
      to: transaction["to"]!,
      value: BigInt(transaction["value"] ?? 0),
      data: transaction["data"] ?? "0x",
      gas: BigInt(transaction["gas"] ?? 500_000),
      maxFeePerGas: BigInt(transaction["maxFeePerGas"] ?? 20_000_000_000),
      maxPriorityFeePerGas: BigInt(transaction["maxPriorityFeePerGas"] ?? 1_000_000_000),
    });
    return (await call("eth_sendRawTransaction", [raw])) as Hex;
  };
  const wallet: TestWallet = {
    address: parseAddress(account.address.toLowerCase()),
    asked: [],
    before: () => undefined,
    after: () => undefined,
    provider: {
      async request(asked) {
        const params = asked.params ?? [];
        if (asked.method === "eth_sendTransaction") {
          wallet.asked.push(asked.method);
          await wallet.before(asked);
          const hash = await transact(params[0] as Record<string, Hex>);
          await wallet.after(hash);
          return hash;
        }
        if (asked.method === "eth_signTypedData_v4") {
          wallet.asked.push(asked.method);
          await wallet.before(asked);
          return account.signTypedData(JSON.parse(params[1] as string) as TypedDataDefinition);
        }
        return call(asked.method, params);
      },
    },
  };
  return wallet;
}
