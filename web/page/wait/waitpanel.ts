import { element } from "../element.ts";
import type { Panel } from "../panel.ts";

/** Waiting. */
export const waitPanel: Panel = ({ purchase }) => ({
  content: [element("p", {}, purchase?.step ?? "nothing was begun")],
});
