// The pictures by which wallets show themselves, as data: addresses (EIP-6963). They
// are strangers' files: in an <img> no script of theirs runs and nothing of theirs is
// loaded. They are shown from memory, so that the page's policy allows no data:.

import { base64 } from "@scure/base";

const most = 64 * 1024;

/** A blob: address of a small picture; undefined for what is none. */
export function iconUrl(dataUrl: string): string | undefined {
  const blob = iconOf(dataUrl);
  return blob && URL.createObjectURL(blob);
}

/** The picture of a data: address (RFC 2397): an SVG, PNG or WebP of 64 KiB at most. */
export function iconOf(dataUrl: string): Blob | undefined {
  if (dataUrl.length > 3 * most) return undefined;
  const [, type, parameters, data] = /^data:(image\/(?:svg\+xml|png|webp))((?:;[^,;]+)*),(.*)$/s.exec(dataUrl) ?? [];
  if (type === undefined || data === undefined) return undefined;
  try {
    const text = decodeURIComponent(data);
    const isBase64 = parameters!.split(";").includes("base64");
    const bytes = isBase64 ? base64.decode(text) : new TextEncoder().encode(text);
    return bytes.length > most ? undefined : new Blob([Uint8Array.from(bytes)], { type });
  } catch {
    return undefined;
  }
}
