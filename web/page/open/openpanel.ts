import { element } from "../element.ts";
import type { Panel } from "../panel.ts";

/** Opening. */
export const openPanel: Panel = ({ purchase }) => ({
  content: [element("p", {}, purchase?.step ?? "nothing was begun")],
});
