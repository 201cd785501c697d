// Whom the user lets this page ask about a chain: endpoints (JSON-RPC over HTTP) and
// nodes of committees. Without any it asks a connected wallet, and the nodes that a
// code hints at.

import { asDocument, asList } from "../../terminal/document.ts";
import { Failure } from "../../terminal/failure.ts";
import type { Storage } from "../../terminal/storage.ts";

/** Addresses of one chain, in the order in which they are asked. */
export interface Settings {
  readonly endpoints: readonly string[];
  readonly nodes: readonly string[];
}

const nothing: Settings = { endpoints: [], nodes: [] };

/** The settings of a chain. */
export async function settingsOf(storage: Storage, chainId: number): Promise<Settings> {
  const text = await storage.get(nameOf(chainId));
  if (text === undefined) return nothing;
  const kept = asDocument("settings", JSON.parse(text) as unknown);
  return {
    endpoints: asList("endpoints", kept["endpoints"]).map(String),
    nodes: asList("nodes", kept["nodes"]).map(String),
  };
}

/** Keeps the settings of a chain. @throws Failure "input" for what is no address */
export async function keepSettings(storage: Storage, chainId: number, settings: Settings): Promise<void> {
  const { endpoints, nodes } = settings;
  for (const address of [...endpoints, ...nodes]) checkAddress(address);
  await storage.put(nameOf(chainId), JSON.stringify({ endpoints, nodes }));
}

/** Whether the page may ask there: by https, or on this computer. The policy that it is served with says the same. */
export function isAskable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isLocal(hostname));
}

/**
 * Whether the page may ask where a stranger says: by https alone, and nowhere in the
 * network that its user is in. A page of this computer, as a demo's, may ask this computer.
 */
export function isHint(address: string, page = location.hostname): boolean {
  if (!isAskable(address)) return false;
  const { hostname } = new URL(address);
  return isLocal(hostname) ? isLocal(page) : !isPrivate(hostname);
}

// Names that no public DNS has (RFC 6761, 6762, 8375, 9476; ICANN's .internal) or that
// have no dot, and addresses of private, link-local and shared networks (RFC 6890). URL
// writes an IPv4 address in four decimal parts, however it was written, and an IPv6
// address in brackets: none of these is a hint that anybody publishes.
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.$/, "");
  if (host.startsWith("[") || !host.includes(".")) return true;
  if (/\.(localhost|local|internal|intranet|lan|home|corp|arpa|alt|test|invalid)$/.test(host)) return true;
  return /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|192\.0\.0|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|198\.1[89]|2(2[4-9]|[3-5]\d))\.[\d.]+$/.test(
    host,
  );
}

/** Whether a host name is this computer's own. */
export function isLocal(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

function checkAddress(address: string): void {
  if (isAskable(address)) return;
  throw new Failure("input", `${address} cannot be asked`, [
    "an address begins with https://, or with http://127.0.0.1 on this computer",
  ]);
}

function nameOf(chainId: number): string {
  return `settings/${chainId}`;
}
