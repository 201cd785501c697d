// A wallet that was asked to pay, and never answered: what may be, and paying again
// for who is sure that it did not.

import { button, element } from "../element.ts";
import { type Part, write } from "./part.ts";
import type { Session, View } from "./session.ts";
import { walletRow } from "./walletrow.ts";

/** Makes the card; it is hidden where the chain shows the payment. */
export function unansweredCard(view: View, session: Session): Part & { leave(): void } {
  const title = element("h3", {});
  const words = element("p", {});
  const first = button("It did not pay: pay again", () => sure(true), { class: "button" });
  const pay = button("Pay again", () => session.ask("pay"), { class: "button main" });
  const back = button("Keep waiting", () => sure(false), { class: "button" });
  const warning = element(
    "p",
    {},
    "Only where your wallet shows no payment of this price, sent or waiting. If it did pay, you would pay twice.",
  );
  const question = element("div", { class: "question", role: "group", "aria-label": "Pay again?", tabindex: "-1" });
  const wallets = walletRow();
  question.append(warning, wallets.node, element("p", { class: "acts" }, pay, back));
  const sure = (asked: boolean): void => {
    question.hidden = !asked;
    first.hidden = asked;
    (asked ? question : first).focus();
  };
  question.hidden = true;
  const node = element("section", { class: "card unanswered" }, title, words, element("p", {}, first), question);
  const show = ({ state, elsewhere, wallet, paying, ended }: View): void => {
    const { purchase, sight } = state;
    node.hidden = purchase.order !== undefined || elsewhere || ended !== undefined || !sight || paying;
    const sent = purchase.payment?.hash !== undefined;
    write(title, sent ? "Is it taking long?" : "Did your wallet pay?");
    write(words, sent ? long : unheard);
    pay.hidden = wallet === undefined;
    wallets.node.hidden = wallet !== undefined;
  };
  show(view);
  return { node, show, leave: () => wallets.leave() };
}

const unheard =
  "Your wallet was asked to pay, and this page did not hear its answer. If it paid, the chain shows the payment here within a minute or so. Look into your wallet: a request may still be waiting there.";
const long =
  "A payment that offers too little gas waits until the chain has room, or never comes; your wallet can speed it up or cancel it. If it was cancelled, this page notices.";
