// The nodes of a committee, remembered on this device: a page that is opened while
// all of them are down knows whom to ask when they come back.

import { bytesToHex, equal } from "../../protocol/bytes.ts";
import type { Hash } from "../../protocol/word.ts";
import { asList } from "../../terminal/document.ts";
import { Node } from "../../terminal/node.ts";
import type { Storage } from "../../terminal/storage.ts";
import { isAskable } from "../keep/settings.ts";
import type { Shape } from "./sources.ts";

const most = 64;
const nameOf = (groupKey: Hash): string => `committee/${bytesToHex(groupKey)}`;

/** These nodes, and those that were remembered beside them; all are remembered. */
export async function withRemembered(storage: Storage, groupKey: Hash, nodes: readonly Node[]): Promise<Node[]> {
  const before = await remembered(storage, groupKey);
  const urls = [...new Set([...nodes.map(({ url }) => url), ...before])].slice(0, most);
  if (urls.length > before.length) await storage.put(nameOf(groupKey), JSON.stringify(urls));
  return urls.map((url) => nodes.find((node) => node.url === url) ?? new Node(url));
}

async function remembered(storage: Storage, groupKey: Hash): Promise<string[]> {
  try {
    const text = await storage.get(nameOf(groupKey));
    return text === undefined ? [] : asList("nodes", JSON.parse(text)).map(String).filter(isAskable);
  } catch {
    return []; // it is a convenience, and is written anew
  }
}

/** How many nodes a release takes, by the first that says so; it is relied on in nothing. */
export async function shapeOf(nodes: readonly Node[], groupKey: Hash, signal: AbortSignal): Promise<Shape | undefined> {
  const one = async (node: Node): Promise<Shape> => {
    const info = await node.info(signal);
    if (!equal(info.groupKey, groupKey)) throw new RangeError("it is of another committee");
    return { threshold: info.threshold, size: info.operators.length };
  };
  return Promise.any(nodes.map(one)).catch(() => undefined);
}
