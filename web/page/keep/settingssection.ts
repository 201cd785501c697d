// Whom this page asks about a chain: the user's own endpoints and nodes.

import type { Storage } from "../../terminal/storage.ts";
import { chainText } from "../chain.ts";
import { button, element } from "../element.ts";
import { failureText } from "../words.ts";
import { keepSettings, settingsOf } from "./settings.ts";
import { type Tried, tryEndpoint, tryNode } from "./trying.ts";

/** Makes the folded part of a screen; of several chains one is chosen. What is in it is made when it is unfolded. */
export function settingsSection(storage: Storage, chains: readonly number[]): HTMLElement {
  const place = element("div", { class: "asked" });
  const details = element(
    "details",
    { class: "details", id: "settings" },
    element("summary", {}, "Whom this page asks"),
    place,
  );
  const show = async (chainId: number): Promise<void> => {
    place.replaceChildren(...chooser(chains, chainId, show), await settingsForm(storage, chainId));
  };
  details.addEventListener("toggle", () => {
    if (details.open && place.childElementCount === 0) void show(chains[0]!);
  });
  return details;
}

function chooser(chains: readonly number[], chosen: number, show: (chainId: number) => Promise<void>): HTMLElement[] {
  if (chains.length < 2) return [];
  const options = chains.map((id) => element("option", { value: String(id), selected: id === chosen }, chainText(id)));
  const select = element("select", { id: "chain" }, ...options);
  select.addEventListener("change", () => {
    void show(Number(select.value)).then(() => document.getElementById("chain")?.focus());
  });
  return [element("label", { for: "chain" }, "Chain"), select];
}

async function settingsForm(storage: Storage, chainId: number): Promise<HTMLElement> {
  const settings = await settingsOf(storage, chainId).catch(() => ({ endpoints: [], nodes: [] }));
  const [endpoints, nodes] = [area("endpoints", settings.endpoints), area("nodes", settings.nodes)];
  const told = element("p", { role: "status", class: "told" });
  const problem = element("p", { class: "status", role: "alert" });
  const results = element("ul", { class: "tried", "aria-live": "polite" });
  const keep = async (): Promise<void> => {
    [told.textContent, problem.textContent] = ["", ""];
    try {
      await keepSettings(storage, chainId, { endpoints: linesOf(endpoints), nodes: linesOf(nodes) });
      told.textContent = "Kept. They are asked from now on.";
    } catch (cause) {
      problem.textContent = failureText(cause);
    }
  };
  const attempt = async (): Promise<void> => {
    const each = (url: string, tried: Promise<Tried>): HTMLElement => resultItem(url, tried);
    results.replaceChildren(
      ...linesOf(endpoints).map((url) => each(url, tryEndpoint(url, chainId))),
      ...linesOf(nodes).map((url) => each(url, tryNode(url))),
    );
    told.textContent = results.childElementCount === 0 ? "There is nothing to try: name an address first." : "";
  };
  const form = element(
    "form",
    {},
    element("p", { class: "note" }, forWhat(chainId)),
    ...field(endpoints, "Endpoints, one a line", endpointsFor),
    ...field(nodes, "Nodes, one a line", nodesFor),
    element(
      "p",
      { class: "acts" },
      element("button", { type: "submit", class: "button" }, "Keep these"),
      button("Try them", attempt, { class: "button" }),
    ),
    results,
    told,
    problem,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void keep();
  });
  return form;
}

const forWhat = (chainId: number): string =>
  `For what is sold on ${chainText(chainId)}. Without any, this page asks the wallet that you connect, and the nodes that a code names. Nothing that they say is believed without proof; but whom you ask learns your network address and what you look for.`;
const endpointsFor =
  "An endpoint tells what is on the chain: prices, your payment, the key that was published. One of your own, or of somebody you trust, is asked before the wallet is.";
const nodesFor =
  "A node is one of the computers that keep a share of the key. Name one where a code names none, or where those are not reached: it tells of the others.";

function area(id: string, lines: readonly string[]): HTMLTextAreaElement {
  const rows = String(Math.max(2, lines.length));
  const attributes = { id, rows, spellcheck: "false", autocomplete: "off", placeholder: "https://…" };
  const made = element("textarea", { ...attributes, "aria-describedby": `${id}-for` });
  made.value = lines.join("\n");
  return made;
}

function field(input: HTMLTextAreaElement, label: string, purpose: string): HTMLElement[] {
  return [
    element("label", { for: input.id }, label),
    element("p", { class: "note", id: `${input.id}-for` }, purpose),
    input,
  ];
}

function linesOf(input: HTMLTextAreaElement): string[] {
  return input.value.split(/\s+/).filter((line) => line !== "");
}

function resultItem(url: string, tried: Promise<Tried>): HTMLElement {
  const badge = element("span", { class: "badge" }, "asking …");
  const words = element("span", { class: "note" });
  void tried.then(({ good, words: found }) => {
    badge.className = `badge ${good ? "ok" : "notice"}`;
    badge.textContent = good ? "answers" : "no use";
    words.textContent = found;
  });
  return element("li", {}, element("code", {}, url), " ", badge, " ", words);
}
