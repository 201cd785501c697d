import { element } from "../element.ts";
import type { Panel } from "../panel.ts";

/** Paying. */
export const payPanel: Panel = ({ purchase }) => ({
  content: [element("p", {}, purchase?.step ?? "nothing was begun")],
});
