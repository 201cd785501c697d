// Who was asked, one line a source.

import { element } from "../element.ts";
import { type Part, write } from "./part.ts";
import type { View } from "./session.ts";
import { type Source, sourcesOf, summaryOf, type Tone } from "./sources.ts";

const signs: Readonly<Record<Tone, string>> = { good: "●", idle: "○", silent: "–", false: "✕" };

/** Makes the list. */
export function sourcesList(view: View): Part {
  const list = element("ul", { class: "sources" });
  const summary = element("p", { class: "note" });
  const lines = new Map<string, ReturnType<typeof sourceLine>>();
  const show = ({ state, shape }: View): void => {
    const sources = sourcesOf(state);
    const names = sources.map(({ name }) => name);
    if (names.join() !== [...lines.keys()].join()) {
      lines.clear();
      for (const name of names) lines.set(name, sourceLine(name));
      list.replaceChildren(...[...lines.values()].map((line) => line.node));
    }
    for (const source of sources) lines.get(source.name)!.show(source);
    write(summary, summaryOf(state, shape));
    summary.hidden = summary.textContent === "";
  };
  show(view);
  const node = element(
    "section",
    { class: "card heard" },
    element("h3", {}, "Who is asked for the key"),
    list,
    summary,
  );
  return { node, show };
}

function sourceLine(name: string) {
  const sign = element("span", { class: "dot", "aria-hidden": "true" });
  const words = element("span", { class: "says" });
  const node = element("li", {}, sign, element("span", {}, element("bdi", { class: "name" }, name), ": ", words));
  const show = (source: Source): void => {
    node.className = source.tone;
    write(sign, signs[source.tone]);
    write(words, source.words);
  };
  return { node, show };
}
