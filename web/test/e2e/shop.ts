// Products that are for sale: sealed, signed and deployed by the command, in coin, in
// a token that takes signatures (EIP-2612 and EIP-3009), and in one that takes none.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createPublicClient, createWalletClient, type Hex, http, parseAbi, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Anvil, richKey } from "../anvil.ts";
import { binding } from "../demo.ts";
import type { Commands } from "./committee.ts";

const sample = fileURLToPath(new URL("../../../cmd/internal/demo/play/sample/", import.meta.url));

/** A product of three tiers: "sample" is free, "text" opens the tale, "letter" one that is made for its buyer. */
export interface Product {
  readonly title: string;
  /** Files: a picture of its code, and the wrap. */
  readonly picture: string;
  readonly wrap: string;
  /** The text of its code. */
  readonly text: string;
  /** What it costs in base units, by tier. */
  readonly prices: readonly bigint[];
}

/** What is sold. Tokens have six decimals, of which the page does not know. */
export interface Shop {
  readonly coin: Product;
  readonly signed: Product;
  readonly plain: Product;
  readonly tokens: Readonly<Record<"signed" | "plain", Hex>>;
  /** Gives somebody of both tokens. */
  mint(to: Hex, amount: bigint): Promise<void>;
}

/** The tale that the tier "text" opens. */
export const tale = readFileSync(join(sample, "tale.txt"), "utf8");

const abi = parseAbi(["function mint(address to, uint256 amount)"]);

/** Opens the shop: deploys the tokens and publishes the products. */
export async function openShop(commands: Commands, chain: Anvil): Promise<Shop> {
  const [signed, plain] = [await deploy(chain, "signedtoken.go"), await deploy(chain, "testtoken.go")];
  const coins = ["0", "0.002", "0.005"];
  const units = ["0", "2000000", "5000000"];
  const wei = [0n, 2n * 10n ** 15n, 5n * 10n ** 15n];
  const inUnits = units.map(BigInt);
  let last: Promise<void> = Promise.resolve(); // one after the other, for the account's nonce
  return {
    coin: await sell(commands, "coin", "The Lamplighter's Key", coins, wei),
    signed: await sell(commands, "signed", "The Signed Lamp", units, inUnits, signed),
    plain: await sell(commands, "plain", "The Plain Lamp", units, inUnits, plain),
    tokens: { signed, plain },
    mint(to, amount) {
      const minted = last.then(() => mint(chain, [signed, plain], to, amount));
      last = minted.catch(() => undefined);
      return minted;
    },
  };
}

async function sell(
  { folder, run }: Commands,
  name: string,
  title: string,
  asked: string[],
  prices: bigint[],
  token?: Hex,
): Promise<Product> {
  const [seal, wrap, picture] = [`${name}.seal`, `${name}.wrap`, `${name}.png`];
  const tiers = ["sample", "text", "letter"].flatMap((tier, i) => ["--tier", `${tier}:${asked[i]}`]);
  const words = ["--title", title, "--language", "en", "--description", "A tale of forty lamps and three keys."];
  const rights = ["--right", "text=display", "--right", "letter=print,count=3", "--program", "watermark=letter.txt"];
  const parts = ["sample.txt=sample", "tale.txt=text", "letter.txt=letter"].map((part) => join(sample, part));
  await run("shrinkwrap", "seal", "-o", seal, ...words, ...tiers, ...rights, ...parts);
  const how = [
    "--committee",
    "committee.json",
    "--key",
    "key",
    "--confirmations",
    "2",
    ...(token ? ["--token", token] : []),
  ];
  await run("shrinkwrap", "publish", seal, "-o", wrap, ...how);
  await run("shrinkwrap", "code", wrap, "-o", picture);
  const text = (await run("shrinkwrap", "code", wrap, "--text")).trim();
  writeFileSync(join(folder, `${name}.txt`), text);
  return { title, picture: join(folder, picture), wrap: join(folder, wrap), text, prices };
}

async function mint(chain: Anvil, tokens: readonly Hex[], to: Hex, amount: bigint): Promise<void> {
  for (const address of tokens) {
    const call = { chain: null, abi, address, functionName: "mint", args: [to, amount] } as const;
    const hash = await walletOn(chain).writeContract(call);
    await chain.call("evm_mine");
    await receiptOf(chain, hash);
  }
}

function walletOn({ rpc }: Anvil) {
  return createWalletClient({ account: privateKeyToAccount(richKey), transport: http(rpc) });
}

function receiptOf({ rpc }: Anvil, hash: Hex) {
  return createPublicClient({ transport: http(rpc) }).waitForTransactionReceipt({ hash, pollingInterval: 100 });
}

async function deploy(chain: Anvil, file: string): Promise<Hex> {
  const hash = await walletOn(chain).deployContract({ chain: null, abi, bytecode: toHex(binding(file)) });
  const { contractAddress } = await receiptOf(chain, hash);
  if (!contractAddress) throw new Error(`${file} was not deployed`);
  return contractAddress;
}
