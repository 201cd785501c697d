// The panel of what was released. What only opening needs is loaded when it is shown.

import { element } from "../element.ts";
import type { Panel } from "../panel.ts";

/** Opening. */
export const openPanel: Panel = ({ goods, storage, purchase, onPurchase }) => {
  const place = element("div", { class: "open" });
  const left = new AbortController();
  const begin = async (): Promise<void> => {
    const { OpeningPanel } = await import("./openingpanel.ts");
    if (left.signal.aborted || !purchase) return;
    const panel = new OpeningPanel(place, goods, storage, purchase, onPurchase);
    left.signal.addEventListener("abort", () => panel.leave());
    await panel.begin();
  };
  begin().catch((cause: unknown) => {
    place.replaceChildren(element("p", { class: "status", role: "alert" }, `It cannot be shown: ${String(cause)}`));
  });
  return { content: [place], leave: () => left.abort() };
};
