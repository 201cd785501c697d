// What experts and support ask for.

import { bytesToHex } from "../../protocol/bytes.ts";
import type { Header } from "../../protocol/header.ts";
import { productOf } from "../../protocol/headersignature.ts";
import { isZero } from "../../protocol/word.ts";
import { checksummed } from "../../terminal/calldata.ts";
import { deployment } from "../deployment.ts";
import { element } from "../element.ts";

/** All the names and addresses, folded away. */
export function detailsSection(header: Header): HTMLElement {
  const { content, binding, hints } = header;
  const { terms } = binding;
  const rows: [string, string][] = [
    ["id", bytesToHex(header.id)],
    ["product", checksummed(productOf(header, deployment))],
    ["publisher", checksummed(terms.signer)],
    ["pays to", checksummed(terms.publisher)],
    ["token", isZero(terms.token) ? "the chain's coin" : checksummed(terms.token)],
    ["chain", String(binding.chainId)],
    ["committee", checksummed(terms.committee)],
    ["group key", bytesToHex(terms.groupKey)],
    ...(content.series.length > 0 ? [["series", bytesToHex(content.series)] as [string, string]] : []),
    ...content.extensions.map(({ key }): [string, string] => ["extension", `${key}, unknown to this software`]),
    ...hints.map(({ kind, url }): [string, string] => [`hint: ${kind}`, url]),
  ];
  return element(
    "details",
    { class: "details" },
    element("summary", {}, "All names and addresses"),
    element(
      "dl",
      {},
      ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, element("code", {}, value))]),
    ),
  );
}
