import { element } from "../element.ts";
import type { Panel } from "../panel.ts";

/** Refunded. */
export const refundedPanel: Panel = ({ purchase }) => ({
  content: [element("p", {}, purchase?.step ?? "nothing was begun")],
});
