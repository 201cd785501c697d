// More products than the shop's, each sold as its test needs it, and a buyer at the
// command line beside the page's.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Hex } from "viem";
import type { Product } from "./shop.ts";
import type { Customer, World } from "./world.ts";

/** What is sold, and how. */
export interface Sale {
  /** Of the files in the world's folder. */
  readonly name: string;
  readonly title: string;
  /** Names and prices, `text:0.002`. */
  readonly tiers: readonly string[];
  /** What is in it, by name; each opens for every tier that costs something. */
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
  /** The publisher's private key, if he is another one than the shop's. */
  readonly key?: Hex;
  /** More words for `shrinkwrap publish`. */
  readonly how?: readonly string[];
  /** Whether its code holds the header alone. */
  readonly pointer?: boolean;
}

/** What was put up for sale. */
export type Sold = Omit<Product, "prices">;

/** Seals and publishes a product. */
export async function sell({ folder, run }: World, sale: Sale): Promise<Sold> {
  const { name, title, tiers, parts, key, how = [], pointer = false } = sale;
  const [seal, wrap, picture] = [`${name}.seal`, `${name}.wrap`, `${name}.png`];
  const files = Object.entries(parts).map(([part, bytes]) => {
    writeFileSync(join(folder, part), bytes);
    return part;
  });
  if (key) writeFileSync(join(folder, `${name}.key`), key.slice(2), { mode: 0o600 });
  const wanted = ["--title", title, "--language", "en", ...tiers.flatMap((tier) => ["--tier", tier])];
  await run("shrinkwrap", "seal", "-o", seal, ...wanted, ...files);
  const signing = ["--committee", "committee.json", "--key", key ? `${name}.key` : "key"];
  await run("shrinkwrap", "publish", seal, "-o", wrap, ...signing, ...how);
  const held = pointer ? ["--pointer"] : [];
  await run("shrinkwrap", "code", wrap, "-o", picture, ...held);
  const text = (await run("shrinkwrap", "code", wrap, "--text", ...held)).trim();
  return { title, picture: join(folder, picture), wrap: join(folder, wrap), text };
}

/** Buys a tier by the command, and opens it into a folder; returns what reads a file of that. */
export async function buyByCommand({ folder, run, chain, nodes }: World, buyer: Customer, wrap: string, tier: string) {
  const out = `by-command-${buyer.address}`;
  const key = `${out}.key`;
  writeFileSync(join(folder, key), buyer.key.slice(2), { mode: 0o600 });
  await run(
    "shrinkwrap",
    "buy",
    wrap,
    "--tier",
    tier,
    "-o",
    out,
    "--key",
    key,
    "--rpc",
    chain.rpc,
    ...nodes.flatMap(({ url }) => ["--node", url]),
  );
  return (name: string): Buffer => readFileSync(join(folder, out, name));
}
