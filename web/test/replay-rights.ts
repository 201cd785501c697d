import { checkOpening, readRight, type Right } from "../protocol/rights.ts";
import { number, texts } from "./members.ts";
import { replay, step, type Vector } from "./vectors.ts";

replay("right", (v) => ({ ...readRight(texts(v.in["right"]), number(v.in, "paid")) }));

replay("opening", (v) => {
  step("verify", () => checkOpening(rights(v), number(v.in, "paid"), number(v.in, "now"), number(v.in, "openings")));
  return {};
});

function rights(v: Vector): Right[] {
  const list = v.in["rights"];
  if (list !== null && !Array.isArray(list)) throw new TypeError("member rights is no list");
  return (list ?? []).map(texts);
}
