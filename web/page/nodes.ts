// Which nodes are asked about a product: those of the user's settings, the one that
// serves this page if it is one, those that the code hints at, and those that any of
// these names as its committee. Nodes are believed nothing that cannot be verified:
// a false address costs time, never more.

import { equal } from "../protocol/bytes.ts";
import type { Header } from "../protocol/header.ts";
import { Node } from "../terminal/node.ts";
import { isHint, type Settings } from "./keep/settings.ts";

const patience = 4000; // milliseconds for a node to say who else is of its committee
const most = 64;

/** The nodes to ask, each once. */
export async function nodesFor(header: Header, settings: Settings, signal?: AbortSignal): Promise<Node[]> {
  const hinted = header.hints.filter(({ kind, url }) => kind === "node" && isHint(url)).map(({ url }) => url);
  const known = unique([...settings.nodes, ...hinted]);
  const asked = unique([...known, own()]).slice(0, most);
  const told = await Promise.all(asked.map((url) => committeeOf(url, header, signal)));
  return unique([...known, ...inTurn(told)])
    .slice(0, most)
    .map((url) => new Node(url));
}

/** Lists one after the other's first, then their second: a list that is long, or false, displaces no other. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

/** The addresses of a node and its committee; none where it is of another, or no node. */
async function committeeOf(url: string, header: Header, signal?: AbortSignal): Promise<string[]> {
  const late = AbortSignal.timeout(patience);
  try {
    const info = await new Node(url).info(signal ? AbortSignal.any([signal, late]) : late);
    if (!equal(info.groupKey, header.binding.terms.groupKey)) return [];
    return [url, ...info.operators.map((operator) => operator.url).filter((told) => isHint(told))];
  } catch {
    signal?.throwIfAborted();
    return [];
  }
}

/** The place that this page came from: a node serves it beside its own answers. */
function own(): string {
  return new URL(".", location.href).href.replace(/\/$/, "");
}

function unique(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => url.replace(/\/$/, "")))];
}
