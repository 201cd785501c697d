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
  const told = await Promise.all(unique([...known, own()]).map((url) => committeeOf(url, header, signal)));
  return unique([...known, ...told.flat()])
    .slice(0, most)
    .map((url) => new Node(url));
}

/** The addresses of a node and its committee; none where it is of another, or no node. */
async function committeeOf(url: string, header: Header, signal?: AbortSignal): Promise<string[]> {
  const late = AbortSignal.timeout(patience);
  try {
    const info = await new Node(url).info(signal ? AbortSignal.any([signal, late]) : late);
    if (!equal(info.groupKey, header.binding.terms.groupKey)) return [];
    return [url, ...info.operators.map((operator) => operator.url).filter(isHint)];
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
