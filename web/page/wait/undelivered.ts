// Money that went back and could not be delivered: the escrow keeps it, and its owner
// has it sent to another address.

import { equal } from "../../protocol/bytes.ts";
import type { Address } from "../../protocol/word.ts";
import { readAddress } from "../../terminal/account.ts";
import { claim, untilClaimed } from "../../terminal/claiming.ts";
import { claimCall } from "../../terminal/dispute.ts";
import { money } from "../../terminal/money.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import { addressElement } from "../address.ts";
import { button, element } from "../element.ts";
import { connected, onWalletChanged } from "../pay/wallets.ts";
import { failureText } from "../words.ts";
import { callCard } from "./callcard.ts";
import { hashLine } from "./hashline.ts";
import { walletRow } from "./walletrow.ts";

/** What waits, for whom, and how to ask a wallet for it. */
export interface Waiting {
  readonly token: Address;
  readonly owner: Address;
  /** Base units. */
  readonly held: bigint;
  readonly chainId: number;
  /** The terminal of a wallet, or of none. */
  terminal(wallet: Wallet | undefined, signal: AbortSignal): Promise<Terminal>;
}

const looks = 60;

/** Makes the card. What it began ends with the signal. */
export function undeliveredCard(waiting: Waiting, signal: AbortSignal): HTMLElement {
  const { chainId, token, owner, held } = waiting;
  const amount = money(chainId, token, held);
  const place = element("div", { class: "claiming" });
  const told = element("p", { role: "status", class: "note" });
  const input = element("input", {
    id: "claim-to",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "off",
    placeholder: "0x…",
  });
  const at = { chainId };
  const send = async (): Promise<void> => {
    try {
      const to = readAddress(input.value);
      const terminal = await waiting.terminal(connected(), signal);
      const where = { ...at, escrow: terminal.escrow };
      told.textContent = "Look into your wallet: it is asked for one transaction, which sends it there.";
      const hash = await claim(terminal, where, token, to, signal);
      told.replaceChildren(
        "Sent, in transaction ",
        hashLine(hash, "transaction"),
        ": waiting for a block that takes it.",
      );
      const left = await untilClaimed(terminal, token, owner, looks, signal);
      if (left > 0n) return void told.append(" It is not in a block yet: look again later.");
      card.replaceChildren(
        element("h3", {}, "It was sent"),
        element("p", { role: "status" }, `${amount} went to `, addressElement(to), "."),
      );
    } catch (cause) {
      if (signal.aborted) return;
      told.textContent = failureText(cause);
    }
  };
  const elsewhere = callCard(async () => {
    const to = readAddress(input.value);
    const { escrow } = await waiting.terminal(undefined, signal);
    return claimCall({ ...at, escrow }, token, to);
  }, "Only the account that could not take the money can send this call.");
  const row = walletRow();
  const show = (): void => {
    const wallet = connected();
    const isOwner = wallet !== undefined && equal(wallet.address, owner);
    place.replaceChildren(
      ...(isOwner
        ? [button(`Send ${amount} there`, send, { class: "button main" })]
        : [
            element(
              "p",
              { class: "note" },
              wallet
                ? "The connected account is another one: connect that of the address above."
                : "Connect its wallet.",
            ),
            row.node,
          ]),
    );
  };
  const leave = onWalletChanged(show);
  signal.addEventListener("abort", () => (leave(), row.leave()));
  show();
  const card = element(
    "section",
    { class: "undelivered" },
    element("h3", {}, "It could not be delivered"),
    element(
      "p",
      {},
      addressElement(owner),
      ` did not take it: the escrow keeps ${amount} for that account. Nobody else can have it, and it does not run out. Its owner has it sent to another address.`,
    ),
    element("p", { class: "field" }, element("label", { for: input.id }, "The address that it is sent to"), input),
    place,
    told,
    elsewhere,
  );
  return card;
}
