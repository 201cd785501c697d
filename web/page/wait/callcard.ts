// A call for a wallet on another device: its code, its link (EIP-681), and its bytes
// for wallets that read no arrays from links.

import { bytesToHex } from "../../protocol/bytes.ts";
import { type Call, checksummed, dataOf, linkOf } from "../../terminal/calldata.ts";
import { Failure, said } from "../../terminal/failure.ts";
import { money } from "../../terminal/money.ts";
import { toAddress } from "../../protocol/word.ts";
import { button, element } from "../element.ts";
import { qrCode } from "../pay/qrcode.ts";

/** The longest text of a code that a phone reads off a screen. */
const longestCode = 1800;

/** A folded card; the call is made when it is opened, for what is due then. */
export function callCard(make: () => Promise<Call>): HTMLDetailsElement {
  const place = element("div", { class: "call" });
  const node = element("details", { class: "elsewhere" }, element("summary", {}, "Do it from another device"), place);
  const fill = async (): Promise<void> => {
    place.replaceChildren(element("p", { role: "status", class: "note" }, "The call is being made…"));
    try {
      place.replaceChildren(...callContent(await make()));
    } catch (cause) {
      const hints = cause instanceof Failure ? cause.hints : [];
      place.replaceChildren(element("p", { role: "status", class: "note" }, [said(cause), ...hints].join("; ")));
    }
  };
  node.addEventListener("toggle", () => node.open && void fill());
  return node;
}

function callContent(call: Call): Node[] {
  const link = linkOf(call);
  const coin = toAddress(new Uint8Array(20));
  const parts = [
    ["To", checksummed(call.to)],
    ["Value", money(call.chainId, coin, call.value)],
    ["Data", bytesToHex(dataOf(call))],
  ] as const;
  return [
    element("p", { class: "note" }, "Anyone may send this call; what it gives back goes where it always does."),
    ...(link.length <= longestCode ? [code(link)] : []),
    element(
      "p",
      { class: "acts" },
      element("a", { class: "button", href: link }, "Open in a wallet"),
      copyButton("Copy the link", link),
    ),
    element(
      "details",
      { class: "bytes" },
      element("summary", {}, "For wallets that take bytes"),
      element(
        "dl",
        {},
        ...parts.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, element("code", {}, text))]),
      ),
      copyButton("Copy the data", bytesToHex(dataOf(call))),
    ),
  ];
}

function code(link: string): Node {
  return qrCode(link, "The call as a code, for the wallet of a phone");
}

function copyButton(label: string, text: string): HTMLElement {
  const made = button(
    label,
    () =>
      navigator.clipboard.writeText(text).then(
        () => (made.textContent = "Copied"),
        () => (made.textContent = "Not copied: the browser does not let this page"),
      ),
    { class: "button" },
  );
  return made;
}
