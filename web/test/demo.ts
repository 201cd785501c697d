// The demo as a world for tests: the Go chain and its three nodes in a process of
// their own, started here and ended here by its id.

import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hexToBytes } from "../protocol/bytes.ts";
import type { Terms } from "../protocol/terms.ts";
import { type Address, parseAddress, parseHash } from "../protocol/word.ts";
import type { Listing } from "../terminal/listing.ts";
import { Node } from "../terminal/node.ts";
import { builtCommands } from "./gocommands.ts";
import { listingOf } from "./listings.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A world that was started. */
export interface Demo {
  readonly folder: string;
  readonly home: string;
  /** Where the demo left the code and what it bought. */
  readonly out: string;
  /** The address of the buyers' page, in which there is the demo's wallet; and a link to it that carries the code. */
  readonly page: string;
  readonly link: string;
  /** What the demo has said so far, for people. */
  said(): string;
  readonly rpc: string;
  readonly nodes: readonly string[];
  readonly chainId: number;
  readonly escrow: Address;
  /** The buyer's private key, who has coin. */
  readonly key: `0x${string}`;
  /** Of the demo's product. */
  readonly terms: Terms;
  readonly keys: Pick<Listing, "P" | "Q">;
  /** The signed header, as the Go buyer kept it. */
  readonly header: Uint8Array;
  /** Runs shrinkwrap in a home of its own below the folder, and returns its stdout. */
  run(home: string, ...args: string[]): string;
  stop(): Promise<void>;
}

/** Starts the demo, and waits until it sold its first product. */
export async function startDemo(): Promise<Demo> {
  const commands = await builtCommands("shrinkwrap", "shrinkwrap-demo");
  const folder = mkdtempSync(join(tmpdir(), "shrinkwrap-web-"));
  const home = join(folder, "home");
  const out = join(folder, "out");
  const child = spawn(join(commands, "shrinkwrap"), ["demo", "--out", out], {
    env: { ...process.env, SHRINKWRAP_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 });
  };
  try {
    const said = await untilUp(child);
    return { ...(await describe({ commands, folder, home, out }, said())), said, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

// The demo's last line names the chain, once everything was bought and is up.
function untilUp(child: ChildProcess): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (/^chain +http.*\n/m.test(said)) resolve(() => said);
    });
    child.once("exit", (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
  });
}

interface Folders extends Pick<Demo, "folder" | "home" | "out"> {
  readonly commands: string;
}

async function describe({ commands, folder, home, out }: Folders, said: string): Promise<Omit<Demo, "said" | "stop">> {
  const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as {
    chainId: number;
    page: string;
    link: string;
    addresses: Record<"escrow" | "product", string>;
  };
  const rpc = /^chain +(http\S+)/m.exec(said)?.[1];
  assert.ok(rpc, said);
  const config = readFileSync(join(home, "config.toml"), "utf8");
  const nodes = [...(/^ *nodes = \[(.*)\]/m.exec(config)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  assert.equal(nodes.length, 3);
  const { P, Q } = await new Node(nodes[0]!).info();
  const product = parseAddress(report.addresses.product.toLowerCase());
  const url = `${nodes[0]}/v1/products/${report.chainId}/${report.addresses.product.slice(2).toLowerCase()}?terms=1`;
  const terms = readTerms(((await (await fetch(url)).json()) as { terms: Record<string, never> }).terms);
  const digits = readFileSync(join(home, "demo", "buyer.key"), "utf8").trim();
  const escrow = parseAddress(report.addresses.escrow.toLowerCase());
  assert.deepEqual(listingOf(terms, escrow, report.chainId, 0, P, Q).place.product, product);
  const run = (name: string, ...args: string[]): string =>
    execFileSync(join(commands, "shrinkwrap"), args, {
      env: { ...process.env, SHRINKWRAP_HOME: join(folder, name) },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  return {
    folder,
    home,
    out,
    page: report.page,
    link: report.link,
    rpc,
    nodes,
    chainId: report.chainId,
    escrow,
    key: `0x${digits}`,
    terms,
    keys: { P, Q },
    header: headerIn(home),
    run,
  };
}

function headerIn(home: string): Uint8Array {
  const path = readdirSync(join(home, "orders"), { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith("/header"),
  );
  assert.ok(path, "the buyer kept no header");
  return new Uint8Array(readFileSync(join(home, "orders", path)));
}

function readTerms(of: Record<string, never>): Terms {
  const text = of as unknown as Record<string, string>;
  const tiers = (of as unknown as { tiers: { price: string; supply: number; confirmations: number }[] }).tiers;
  return {
    publisher: parseAddress(text["publisher"]!),
    signer: parseAddress(text["signer"]!),
    token: parseAddress(text["token"]!),
    committee: parseAddress(text["committee"]!),
    groupKey: parseHash(text["groupKey"]!),
    feeBps: Number(text["feeBps"]),
    contentHash: parseHash(text["contentHash"]!),
    tiers: tiers.map(({ price, supply, confirmations }) => ({ price: BigInt(price), supply, confirmations })),
  };
}

/** Bytes of a constant of the Go bindings: a contract's init code, or hashes. */
export function binding(file: string): Uint8Array {
  const source = readFileSync(join(root, "bindings", file), "utf8");
  const found = /^\tBin: "(0x[0-9a-f]+)"/m.exec(source)?.[1];
  assert.ok(found, `${file} has no init code`);
  return hexToBytes(found);
}

/** The hashes of the only two codes that an escrow has. */
export function codeHashes() {
  const source = readFileSync(join(root, "bindings", "deployment.go"), "utf8");
  const list = /EscrowCodeHashes = \[2\]common\.Hash\{([^}]*)\}/.exec(source)?.[1] ?? "";
  const hashes = [...list.matchAll(/0x[0-9a-f]{64}/g)].map((match) => parseHash(match[0]));
  assert.equal(hashes.length, 2);
  return hashes;
}
