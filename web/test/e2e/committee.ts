// A committee of three real nodes on a chain whose time a test moves: the built
// daemons, each a process of its own that is stopped and started here by its id.

import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Anvil, richKey } from "../anvil.ts";
import { eventually } from "../eventually.ts";
import { builtCommands } from "../gocommands.ts";
import { freePorts } from "../ports.ts";

const execute = promisify(execFile);

/** The commands, and a folder of a test's own that they run in. */
export interface Commands {
  readonly bin: string;
  readonly folder: string;
  /** Runs one, which must succeed, and returns what it printed. */
  run(command: "shrinkwrap" | "shrinkwrapd", ...args: string[]): Promise<string>;
}

/** Has the commands run in a folder. */
export async function commandsIn(folder: string): Promise<Commands> {
  const bin = await builtCommands("shrinkwrap", "shrinkwrapd");
  const env = { ...process.env, SHRINKWRAP_HOME: join(folder, "home") };
  const run = async (command: string, ...args: string[]): Promise<string> =>
    (await execute(join(bin, command), args, { cwd: folder, env })).stdout;
  return { bin, folder, run };
}

/** A node of the committee. */
export interface CommitteeNode {
  readonly url: string;
  /** Kills it, as a computer's end would. */
  kill(): Promise<void>;
  /** Starts it (again), and waits until it is ready. */
  start(): Promise<void>;
}

/** Founds a committee, any two of which release; its descriptor is committee.json. The nodes are not started yet. */
export async function found({ bin, folder, run }: Commands, chain: Anvil): Promise<CommitteeNode[]> {
  writeFileSync(join(folder, "key"), richKey.slice(2), { mode: 0o600 });
  await run("shrinkwrap", "init", "--rpc", chain.rpc);
  await run("shrinkwrap", "chain", "deploy", "--rpc", chain.rpc, "--key", "key");
  const urls = (await freePorts(3)).map((port) => `http://127.0.0.1:${port}`);
  const shape = ["--insecure-dealer", "--nodes", "3", "--threshold", "2", "--urls", urls.join(",")];
  const place = ["--chain-id", String(chain.chainId), "--rpc", chain.rpc];
  const made = await run("shrinkwrapd", "--home", "trial", "init", ...shape, ...place);
  for (const [operator] of made.matchAll(/0x[0-9a-fA-F]{40}/g))
    await chain.call("anvil_setBalance", operator, "0x3635c9adc5dea00000");
  await run("shrinkwrapd", "--home", "trial/node1", "committee", "create");
  for (const n of [1, 2, 3]) await run("shrinkwrapd", "--home", `trial/node${n}`, "committee", "confirm");
  writeFileSync(join(folder, "committee.json"), await run("shrinkwrapd", "--home", "trial/node1", "committee", "show"));
  return urls.map((url, i) => nodeAt({ bin, folder }, `trial/node${i + 1}`, url));
}

function nodeAt({ bin, folder }: Pick<Commands, "bin" | "folder">, home: string, url: string): CommitteeNode {
  let daemon: { child: ChildProcess; ended: Promise<void> } | undefined;
  const ready = async (): Promise<boolean> => {
    assert.equal(daemon?.child.exitCode, null, `${home} ended`);
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  return {
    url,
    async kill() {
      daemon?.child.kill("SIGKILL");
      await daemon?.ended;
      daemon = undefined;
    },
    async start() {
      assert.equal(daemon, undefined, `${home} runs`);
      const child = spawn(join(bin, "shrinkwrapd"), ["--home", home, "run"], { cwd: folder, stdio: "ignore" });
      daemon = { child, ended: new Promise((resolve) => child.once("exit", () => resolve())) };
      await eventually(ready);
    },
  };
}
