// What the demo buys by the project's own commands, and leaves behind.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { hexToBytes } from "../protocol/bytes.ts";
import type { OpenJob } from "../terminal/open.ts";
import { builtCommands } from "./gocommands.ts";

const run = promisify(execFile);

/** A purchase as the command keeps it, and the folder that it opened it into. */
export interface BoughtByGo {
  readonly job: OpenJob;
  readonly folder: string;
}

/** Plays the demo in a folder of its own, and removes it afterwards. */
export async function withDemo(use: (bought: BoughtByGo[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shrinkwrap-web-"));
  try {
    const bin = await builtCommands("shrinkwrap", "shrinkwrap-demo");
    const env = { ...process.env, SHRINKWRAP_HOME: join(folder, "home") };
    await run(join(bin, "shrinkwrap"), ["demo", "--once", "--out", join(folder, "demo")], { env, cwd: folder });
    await use(await purchases(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface PurchaseFile {
  escrow: string;
  tier: number;
  attempt: number;
  created: number;
  release: string;
  receipt: string;
  order: { leaf: string };
  opened: string[];
}

async function purchases(folder: string): Promise<BoughtByGo[]> {
  const orders = join(folder, "home", "orders");
  const seed = new Uint8Array(await readFile(join(folder, "home", "seed")));
  const wrap = new Blob([await readFile(join(folder, "demo", "product.wrap"))]);
  const read = async (place: string): Promise<BoughtByGo> => {
    const bought = JSON.parse(await readFile(join(orders, place, "0", "purchase.json"), "utf8")) as PurchaseFile;
    const header = new Uint8Array(await readFile(join(orders, place, "0", "header")));
    const order = { leaf: hexToBytes(bought.order.leaf), receipt: hexToBytes(bought.receipt) };
    const use = { now: bought.created, begun: bought.created, openings: 0 };
    const secret = { seed, attempt: bought.attempt };
    const [escrow, release] = [hexToBytes(bought.escrow), hexToBytes(bought.release)];
    return { job: { wrap, header, escrow, tier: bought.tier, secret, release, order, use }, folder: bought.opened[0]! };
  };
  return Promise.all((await readdir(orders)).sort().map(read));
}
