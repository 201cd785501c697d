// If no key comes: what is due when, what it costs, and the two moves by which a
// buyer has the key or the money.

import type { MoveNews } from "../../terminal/news.ts";
import { button, element } from "../element.ts";
import { callCard } from "./callcard.ts";
import { dueOf, type Due, type Fact, factsOf, isDear } from "./enforceterms.ts";
import { demandCall } from "./movecall.ts";
import { moveText } from "./movewords.ts";
import { type Part, write } from "./part.ts";
import type { Session, View } from "./session.ts";
import { left, moment } from "../times.ts";
import { chainTime, claimOf } from "./waitstate.ts";
import { lastSecond } from "../../terminal/enforcing.ts";
import { walletRow } from "./walletrow.ts";

/** Makes the card, which ticks by the chain's time. */
export function enforceCard(view: View, session: Session): Part & { leave(): void } {
  const short = element("span", { class: "note" });
  const lead = element("p", {});
  const facts = element("dl", { class: "facts" });
  const act = button("", () => session.ask(move), { class: "button main" });
  const told = element("p", { role: "status", class: "told" });
  const wallets = walletRow();
  const elsewhere = callCard(() => demandCall(session.terminal, latest.state, move));
  const acts = element("div", { class: "moves" }, element("p", { class: "acts" }, act), wallets.node, elsewhere);
  const node = element(
    "details",
    { class: "card enforce" },
    element("summary", {}, element("span", { class: "name" }, "If no key comes"), " ", short),
    lead,
    facts,
    told,
    acts,
  );
  let latest = view;
  let move: "dispute" | "refund" = "dispute";
  let urgent: string | undefined;
  const tick = (): void => {
    const claim = claimOf(latest.state);
    const now = chainTime(latest.state, Date.now());
    node.hidden = claim === undefined || now === undefined;
    if (!claim || now === undefined) return;
    const due = dueOf(claim, now);
    move = due === "refund" ? "refund" : "dispute";
    write(short, shortText(due, now, lastSecond(claim), claim.status.deadline));
    write(lead, leadText(due, isDear(claim)));
    showFacts(facts, factsOf(claim, now));
    showActs(due);
  };
  const showActs = (due: Due): void => {
    const possible = (due === "demand" || due === "refund") && !latest.elsewhere;
    const busy = isBusy(latest.state.move);
    acts.hidden = !possible;
    act.hidden = latest.wallet === undefined;
    wallets.node.hidden = latest.wallet !== undefined;
    act.disabled = busy;
    write(act, due === "refund" ? "Have the money back" : "Demand the key or the money");
    write(told, moveText(latest.state.purchase.chainId, latest.state.move));
    // Opened once for each thing that calls for it; then it is the user's to fold.
    const calls = due === "demand" ? (isLeft(latest) ? "nobody" : undefined) : due === "nothing" ? undefined : due;
    if (calls !== undefined && calls !== urgent) node.open = true;
    urgent = calls;
  };
  const timer = setInterval(tick, 1000);
  const show = (now: View): void => {
    latest = now;
    tick();
  };
  const leave = (): void => {
    clearInterval(timer);
    wallets.leave();
  };
  show(view);
  return { node, show, leave };
}

/** Whether every node that is known is of no help now. */
export function isLeft({ state: { nodes, nobody } }: View): boolean {
  return (
    nobody || (nodes.size > 0 && [...nodes.values()].every((one) => one?.says === "silent" || one?.says === "dropped"))
  );
}

function isBusy(move: MoveNews | undefined): boolean {
  return move?.state === "asked" || move?.state === "sent";
}

function shortText(due: Due, now: number, until: number, deadline: number): string {
  switch (due) {
    case "demand":
      return `You can demand it, or your money, for ${left(until - now)} more`;
    case "wait":
      return `Demanded: the committee may answer for ${left(deadline + 1 - now)} more`;
    case "refund":
      return "Nobody answered: the money can go back now";
    case "late":
      return `The time to demand it ended ${moment(until)}`;
    case "nothing":
      return "There is nothing to have back";
  }
}

function leadText(due: Due, dear: boolean): string {
  switch (due) {
    case "demand":
      return (
        "The committee then has to put your key on the chain in time, or your money goes back to you. " +
        "Your wallet will be asked for one transaction, which carries the bond below." +
        (dear ? " It costs more gas than the money that comes back." : "")
      );
    case "wait":
      return "Your demand is on the chain. If the key comes, it opens here by itself; if not, the money can go back after that.";
    case "refund":
      return "The committee did not answer in time. Your wallet will be asked for one transaction, which sends the money back.";
    case "late":
      return "The money is the publisher's now, who may still give you the key: this page goes on asking.";
    case "nothing":
      return "Nothing was paid that could go back.";
  }
}

function showFacts(list: HTMLElement, facts: readonly Fact[]): void {
  if (list.childElementCount !== 2 * facts.length)
    list.replaceChildren(...facts.flatMap(() => [element("dt", {}), element("dd", {})]));
  facts.forEach(([what, words], i) => {
    write(list.children[2 * i]!, what);
    write(list.children[2 * i + 1]!, words);
  });
}
