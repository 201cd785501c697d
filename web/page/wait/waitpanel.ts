// Waiting for the key of what was paid: how far it is, who is asked, and what can be
// done if no key comes. It goes on by itself whenever the page is opened.

import { money } from "../../terminal/money.ts";
import type { Purchase } from "../../terminal/purchase.ts";
import { button, element } from "../element.ts";
import type { Panel } from "../panel.ts";
import { sentence } from "../words.ts";
import { connected, onDiscovered, onWalletChanged, reconnect } from "../pay/wallets.ts";
import { Badge, type Told } from "./badge.ts";
import { enforceCard, isLeft } from "./enforcecard.ts";
import { dueOf } from "./enforceterms.ts";
import { notice } from "./notice.ts";
import { type Part, write } from "./part.ts";
import { Session, type View } from "./session.ts";
import { sourcesList } from "./sourceslist.ts";
import { stepsList } from "./stepslist.ts";
import { stepsOf } from "./steps.ts";
import { moment } from "../times.ts";
import { unansweredCard } from "./unanswered.ts";
import { chainTime, claimOf } from "./waitstate.ts";
import { windowsOf } from "../../terminal/dispute.ts";

/** Waiting. */
export const waitPanel: Panel = ({ goods, storage, purchase, onPurchase }) => {
  if (!purchase) throw new Error("there is no purchase to wait for");
  const badge = new Badge(goods.listing.title);
  const notices = notice();
  let parts: readonly Part[] = [];
  const onView = (view: View): void => {
    for (const part of parts) part.show(view);
    badge.tell(toldOf(view));
  };
  const onOver = (p: Purchase): void => {
    if (p.release !== undefined)
      notices.tell(`Ready – ${goods.listing.title}`, "The key is here: open what you bought.");
    if (p.step === "refunded") notices.tell(`Money back – ${goods.listing.title}`, "The payment was refunded.");
    onPurchase(p);
  };
  const session = new Session({ goods, storage, purchase, onView, onOver });
  const first = session.view;
  const enforce = enforceCard(first, session);
  const unanswered = unansweredCard(first, session);
  parts = [
    head(),
    stepsList(first),
    endedCard(onPurchase),
    troubleCard(),
    unanswered,
    calmCard(),
    sourcesList(first),
    enforce,
  ];
  for (const part of parts) part.show(first);
  const ends = [onWalletChanged(() => session.again()), onDiscovered(() => connected() ?? void reconnect())];
  session.start();
  queueMicrotask(() => badge.tell(toldOf(first)));
  void reconnect();
  const leave = (): void => {
    session.leave();
    enforce.leave();
    unanswered.leave();
    badge.end();
    for (const end of ends) end();
  };
  return {
    content: [element("div", { class: "waiting" }, ...parts.map(({ node }) => node), closing(), notices.node)],
    leave,
  };
};

function closing(): HTMLElement {
  return element(
    "p",
    { class: "note" },
    "You may close this page: what you paid for is kept, and it goes on where it was.",
  );
}

function toldOf({ state, ended }: View): Told {
  if (state.purchase.release !== undefined) return "ready";
  if (state.purchase.step === "refunded") return "back";
  const claim = claimOf(state);
  const now = chainTime(state, Date.now());
  const due = claim && now !== undefined ? dueOf(claim, now) : "nothing";
  return ended || due === "refund" || state.move?.state === "asked" ? "act" : "waiting";
}

/** What is going on, in a sentence that readers hear as it changes. */
function head(): Part {
  const title = element("h2", {});
  const status = element("p", { role: "status", class: "lead" });
  const node = element("header", {}, title, status);
  const show = (view: View): void => {
    write(title, titleOf(view));
    write(status, statusOf(view));
  };
  return { node, show };
}

function titleOf({ state, ended }: View): string {
  if (ended) return "The payment did not go through";
  if (state.purchase.release !== undefined) return "The key is here";
  if (state.sight?.status?.state === "disputed") return "Waiting for the key, or the money";
  return state.purchase.order ? "Waiting for the key" : "Waiting for the payment";
}

function statusOf(view: View): string {
  const { state, ended, elsewhere, paying } = view;
  if (ended) return "";
  if (paying) return "Look into your wallet: it is asked to pay.";
  if (elsewhere)
    return "Another tab of this page is waiting too. This one shows what that one hears, and takes over when it is closed.";
  if (state.lost)
    return "The chain took back its last blocks, and the payment with them. It usually comes again in one of the next; there is nothing to do.";
  const now = stepsOf(state).find(({ mark }) => mark === "now");
  return now ? `${now.title}: ${now.detail}.`.replace(/\.\.$/, ".") : "";
}

function endedCard(onPurchase: (p: Purchase) => void): Part {
  let latest: Purchase | undefined;
  const words = element("p", {});
  const back = button("Back to paying", () => latest && onPurchase(latest), { class: "button main" });
  const node = element(
    "section",
    { class: "card notice", role: "alert" },
    words,
    element(
      "p",
      {},
      "None of your money is in the escrow. You can pay anew: the same key is used, and nothing is paid twice.",
    ),
    element("p", { class: "acts" }, back),
  );
  const show = ({ ended, state }: View): void => {
    latest = state.purchase;
    node.hidden = ended === undefined;
    if (ended) write(words, sentence(ended.message));
  };
  return { node, show };
}

function troubleCard(): Part {
  const words = element("p", {});
  const hints = element("p", { class: "note" });
  const node = element("section", { class: "card notice", role: "status" }, words, hints);
  const show = ({ trouble, ended }: View): void => {
    node.hidden = trouble === undefined || ended !== undefined;
    if (!trouble) return;
    write(words, sentence(trouble.message));
    write(hints, [...trouble.hints, "This page goes on trying"].map(sentence).join(" "));
  };
  return { node, show };
}

/** Where every node is out of reach: what that means for the money. */
function calmCard(): Part {
  const words = element("p", {});
  const node = element(
    "section",
    { class: "card notice", role: "status" },
    element("h3", {}, "No node answers now"),
    words,
  );
  const show = (view: View): void => {
    const { state } = view;
    const claim = claimOf(state);
    node.hidden = !isLeft(view) || state.purchase.release !== undefined || view.ended !== undefined;
    write(words, claim ? safeText(view, claim.order.leaf) : "Nothing is lost: this page goes on asking them.");
  };
  return { node, show };
}

function safeText({ state }: View, { token, amount }: { token: Parameters<typeof money>[1]; amount: bigint }): string {
  const { chainId } = state.purchase;
  const paid = money(chainId, token, amount);
  const now = chainTime(state, Date.now()) ?? 0;
  const disputed = state.sight?.status?.state === "disputed" ? state.sight.status.deadline : undefined;
  if (disputed !== undefined && disputed < now)
    return `Your money is safe: the escrow holds the ${paid}, and gives it back as soon as you ask for it below.`;
  const from = moment((disputed ?? now + windowsOf(chainId).answer) + 1);
  const how = disputed === undefined ? "if you demand it now" : "as you demanded it";
  return `Your money is safe: the escrow holds the ${paid}, and can give it back from ${from} on, ${how}. Until then this page goes on asking; an answer on the chain opens it, too.`;
}
