// What people meet as codes that are none of ours, by how their text begins.

const looks: readonly (readonly [prefix: string, name: string])[] = [
  ["wrap", "one of another version, which a newer page may read"],
  ["ur:", "a part of an animated code"],
  ["ethereum:", "a payment request for an Ethereum wallet"],
  ["bitcoin:", "a payment request for a Bitcoin wallet"],
  ["lightning:", "a payment request for a Lightning wallet"],
  ["lnbc", "a payment request for a Lightning wallet"],
  ["wc:", "a connection request for a wallet"],
  ["wifi:", "the name and password of a wireless network"],
  ["begin:vcard", "somebody's address card"],
  ["mecard:", "somebody's address card"],
  ["begin:vevent", "an event for a calendar"],
  ["begin:vcalendar", "an event for a calendar"],
  ["mailto:", "a mail address"],
  ["tel:", "a telephone number"],
  ["smsto:", "a text message"],
  ["geo:", "a place on a map"],
  ["otpauth:", "the secret of a login's second factor"],
  ["age-secret-key-", "an age identity, which is a secret"],
  ["age1", "an age recipient"],
  ["0x", "an Ethereum address or another number in hexadecimal"],
];

// A link with fewer characters behind # carries no wrap (spec 7).
const shortestFragment = 480;

/**
 * What a text is that can be no code of ours, and undefined of one that can. It
 * tells nothing of it but a link's host: the rest may be a secret.
 */
export function otherThanCode(text: string): string | undefined {
  if (text.startsWith("WRAP1:")) return undefined;
  if (/^https?:\/\//i.test(text)) {
    const fragment = text.split("#")[1] ?? "";
    if (fragment.length >= shortestFragment) return undefined;
    return URL.canParse(text) ? `a link to "${new URL(text).hostname}"` : "a broken link";
  }
  const lower = text.slice(0, 32).toLowerCase();
  const look = looks.find(([prefix]) => lower.startsWith(prefix));
  return look?.[1] ?? `a text of ${[...text].length} characters`;
}
