// A chain whose time a test moves: Anvil with our contracts, in a process of its own
// that is started here and ended here by its id.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { concat } from "../protocol/bytes.ts";
import { created2 } from "../protocol/contracts.ts";
import { type Address, toAddress } from "../protocol/word.ts";
import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { type Endpoint, httpEndpoint } from "../terminal/endpoint.ts";
import { binding } from "./demo.ts";
import { eventually } from "./eventually.ts";

/** Anvil's first account. */
export const richKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

/** A chain that was started. */
export interface Anvil {
  readonly rpc: string;
  readonly chainId: number;
  readonly escrow: Address;
  call(method: string, ...params: unknown[]): Promise<unknown>;
  /** Lets so many seconds go by, in a new block. */
  sleep(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("../../node_modules/.bin/anvil", import.meta.url));
const deployer = toAddress(hexToBytes("0x4e59b44847b379578588920ca78fbf26c0b4956c"));

/** Starts a chain, and deploys the escrow where it stands everywhere. */
export async function startAnvil(chainId = 31337): Promise<Anvil> {
  const id = String(chainId);
  const line = ["--port", "0", "--chain-id", id, "--hardfork", "osaka", "--block-base-fee-per-gas", "1000000000"];
  const child = spawn(program, line, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    const rpc = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const found = /Listening on ([0-9.]+:[0-9]+)/.exec(said)?.[1];
        if (found !== undefined) resolve(`http://${found}`);
      });
      child.once("exit", (code) => reject(new Error(`anvil ended with ${code}: ${said}`)));
    });
    const endpoint = httpEndpoint(rpc);
    const call = (method: string, ...params: unknown[]): Promise<unknown> => one(endpoint, method, params);
    const sleep = async (seconds: number): Promise<void> => {
      await call("evm_increaseTime", seconds);
      await call("evm_mine");
    };
    return { rpc, chainId, escrow: await deploy(call), call, sleep, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function deploy(call: Anvil["call"]): Promise<Address> {
  const initCode = binding("escrow.go");
  const [from] = (await call("eth_accounts")) as string[];
  const data = bytesToHex(concat(new Uint8Array(32), initCode));
  const hash = await call("eth_sendTransaction", { from, to: bytesToHex(deployer), data, gas: "0xf00000" });
  await eventually(async () => (await call("eth_getTransactionReceipt", hash)) !== null);
  const escrow = created2(deployer, initCode);
  assert.notEqual(await call("eth_getCode", bytesToHex(escrow), "latest"), "0x");
  return escrow;
}

async function one(endpoint: Endpoint, method: string, params: readonly unknown[]): Promise<unknown> {
  const [reply] = await endpoint.ask([{ method, params }]);
  assert.ok(reply);
  if ("refusal" in reply) throw reply.refusal;
  return reply.result;
}
