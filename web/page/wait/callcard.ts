// A call for a wallet on another device: its code, its link (EIP-681), and its bytes
// for wallets that read no arrays from links.

import { bytesToHex } from "../../protocol/bytes.ts";
import { type Call, checksummed, dataOf, linkOf } from "../../terminal/calldata.ts";
import { coin, money } from "../../terminal/money.ts";
import { copying } from "../copying.ts";
import { element } from "../element.ts";
import { linkActs } from "../pay/linkacts.ts";
import { qrCode } from "../pay/qrcode.ts";
import { failureText } from "../words.ts";

/** The longest text of a code that a phone reads off a screen. */
const longestCode = 1800;

const tooLong =
  "This call is too long for a code that a phone reads off a screen: copy the link, and send it to the device that has the wallet.";

const byAnyone = "Anyone may send this call; what it gives back goes where it always does.";

/** A folded card; the call is made when it is opened, for what is due then. @param who says who may send it */
export function callCard(make: () => Promise<Call>, who = byAnyone): HTMLDetailsElement {
  const place = element("div", { class: "call" });
  const node = element("details", { class: "elsewhere" }, element("summary", {}, "Do it from another device"), place);
  const fill = async (): Promise<void> => {
    place.replaceChildren(element("p", { role: "status", class: "note" }, "The call is being made…"));
    try {
      place.replaceChildren(...callContent(await make(), who));
    } catch (cause) {
      place.replaceChildren(element("p", { role: "status", class: "note" }, failureText(cause)));
    }
  };
  node.addEventListener("toggle", () => node.open && void fill());
  return node;
}

function callContent(call: Call, who: string): Node[] {
  const link = linkOf(call);
  const data = bytesToHex(dataOf(call));
  const parts = [
    ["To", checksummed(call.to)],
    ["Value", money(call.chainId, coin, call.value)],
    ["Data", data],
  ] as const;
  return [
    element("p", { class: "note" }, who),
    link.length <= longestCode
      ? qrCode(link, "The call as a code, for the wallet of a phone")
      : element("p", { class: "note" }, tooLong),
    linkActs(link, "Open in a wallet"),
    element(
      "details",
      { class: "bytes" },
      element("summary", {}, "For wallets that take bytes"),
      element(
        "dl",
        {},
        ...parts.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, element("code", {}, text))]),
      ),
      element(
        "p",
        { class: "acts" },
        ...copying({ label: "Copy the data", text: () => data, instead: "mark it, and copy it" }),
      ),
    ),
  ];
}
