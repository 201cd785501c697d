// A wallet on another device: it reads codes off the page's screen, and pays.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { createPublicClient, createWalletClient, encodeFunctionData, type Hex, http, parseAbiItem } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { Anvil } from "../anvil.ts";

/** Reads the code that the page draws, from its shapes. */
export async function readShown(page: Page): Promise<string> {
  const code = page.locator(".request:not([hidden]) svg.qr");
  const size = Number((await code.getAttribute("viewBox"))!.split(" ")[2]);
  const path = (await code.locator("path").getAttribute("d"))!;
  const scale = 4;
  const [width, height] = [size * scale, size * scale];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column++)
        data.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
  }
  return decodeQR({ width, height, data });
}

/** A wallet on another device, which knows of the page nothing but its links (EIP-681). */
export function otherDevice(chain: Anvil) {
  const account = privateKeyToAccount(generatePrivateKey());
  const transport = http(chain.rpc);
  const pay = async (link: string): Promise<void> => {
    const [, to, chainId, name, query] = /^ethereum:(0x[0-9a-fA-F]{40})@(\d+)\/(\w+)\?(.*)$/.exec(link) ?? [];
    assert.ok(to && name && query, link);
    assert.equal(Number(chainId), chain.chainId);
    const pairs = query.split("&").map((pair) => pair.split("=").map(decodeURIComponent) as [string, string]);
    const value = BigInt(pairs.find(([type]) => type === "value")?.[1] ?? 0);
    const given = pairs.filter(([type]) => type !== "value");
    const item = parseAbiItem(`function ${name}(${given.map(([type]) => type).join(",")})` as never);
    const args = given.map(([type, text]) => read(type, text));
    const data = encodeFunctionData({ abi: [item], functionName: name, args } as never);
    const client = createWalletClient({ account, transport });
    const hash = await client.sendTransaction({ chain: null, to: to as Hex, value, data, gas: 1_000_000n });
    const receipt = await createPublicClient({ transport }).waitForTransactionReceipt({ hash, pollingInterval: 200 });
    assert.equal(receipt.status, "success");
  };
  return { account, pay };
}

function read(type: string, text: string): unknown {
  if (type.endsWith("]")) return text.slice(1, -1).split(",");
  return /^u?int/.test(type) ? BigInt(text) : text;
}
