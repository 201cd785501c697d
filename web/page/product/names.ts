// Names that publishers chose, in a row.

import { element } from "../element.ts";

/** Names with commas, each isolated from the direction of the others' script. */
export function namesOf(named: readonly { readonly name: string }[]): (Node | string)[] {
  return named.flatMap(({ name }, i) => [i === 0 ? "" : ", ", element("bdi", {}, name)]);
}
