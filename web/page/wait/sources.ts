// Who was asked for the key, and what each said last, in words.

import type { NodeNews } from "../../terminal/news.ts";
import type { ReleaseAnswer } from "../../terminal/node.ts";
import type { WaitState } from "./waitstate.ts";

/** What a source is good for now: it works, it is waited for, it is of no use now, or it lies. */
export type Tone = "good" | "idle" | "silent" | "false";

/** One source. */
export interface Source {
  readonly name: string;
  readonly words: string;
  readonly tone: Tone;
}

/** Each node, and the chain. */
export function sourcesOf(state: WaitState): readonly Source[] {
  const nodes = [...state.nodes].map(([host, news]): Source => ({ name: `Node ${host}`, ...saying(news) }));
  return [...nodes, { name: "The chain", ...chain(state) }];
}

function saying(news: NodeNews | undefined): Omit<Source, "name"> {
  switch (news?.says) {
    case undefined:
      return { words: "is asked if the others are slow", tone: "idle" };
    case "asked":
      return { words: "asked, no answer yet", tone: "idle" };
    case "order":
      return { words: progress(news.answer), tone: "good" };
    case "silent":
      return { words: "does not answer; it is asked again", tone: "silent" };
    case "released":
      return { words: "released, and verified here", tone: "good" };
    case "dropped":
      return dropped(news.failure.kind, news.failure.message);
  }
}

function dropped(kind: string, message: string): Omit<Source, "name"> {
  if (kind === "danger")
    return { words: "gave a false key: it is not used, and this node is not believed", tone: "false" };
  if (kind === "refused") return { words: withoutHost(message), tone: "silent" };
  return { words: "does not answer", tone: "silent" };
}

function withoutHost(message: string): string {
  return message.replace(/^node [^ ]+: /, "");
}

function progress({ state, confirmations: { had, needed, finalised } }: ReleaseAnswer): string {
  switch (state) {
    case "unknown":
      return "has not seen the payment yet";
    case "seen":
      return finalised
        ? `${had} confirmations, waiting for the block to be final`
        : `${had} of ${needed} confirmations`;
    case "confirmed":
      return "confirmed; makes its share of the key, and gathers those of the others";
    case "disputed":
      return "knows of the demand, and answers on the chain";
    case "refunded":
      return "says that the money went back";
    case "released":
    case "declined":
      return state;
  }
}

function chain({ sight, blind }: WaitState): Omit<Source, "name"> {
  if (blind) return { words: `cannot be asked: ${blind.message}`, tone: "silent" };
  if (!sight) return { words: "asked, no answer yet", tone: "idle" };
  const at = `at block ${sight.head.number}`;
  if (sight.U) return { words: `${at}, has the key, verified here`, tone: "good" };
  if (!sight.order) return { words: `${at}, the payment is in none yet`, tone: "idle" };
  return { words: `${at}, the payment is in block ${sight.order.block}`, tone: "good" };
}

/** How many nodes a release takes, as a node says; it is shown, and relied on in nothing. */
export interface Shape {
  readonly threshold: number;
  readonly size: number;
}

/** What all of them together mean. */
export function summaryOf({ nodes, nobody }: WaitState, shape: Shape | undefined): string {
  const any =
    shape && shape.size > 1 ? `Any ${shape.threshold} of the committee's ${shape.size} nodes make the key` : "";
  if (nobody || nodes.size === 0) return "";
  const silent = [...nodes.values()].filter((node) => node?.says === "silent" || node?.says === "dropped");
  if (silent.length === nodes.size) return "";
  if (silent.length === 0) return any && `${any}; each of these can hand it over.`;
  const many = silent.length === 1 ? "One node is of no help now" : `${silent.length} nodes are of no help now`;
  return `${many}: the others are asked. ${any && `${any}.`}`.trim();
}
