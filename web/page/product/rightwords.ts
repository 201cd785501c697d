// Rights in plain words, the same as those of the command line.

import { readConstraints, type Right, readRight } from "../../protocol/rights.ts";

/** Puts a right into words: "print at most 3 times, until 2030-01-01 00:00 UTC". */
export function rightText(right: Right): string {
  const { known, strange } = readRight(right, 0);
  const limits = limitsOf(right);
  const [first = ""] = limits;
  const text =
    (right[0] ?? "") +
    (first && ` ${first}`) +
    limits
      .slice(1)
      .map((limit) => `, ${limit}`)
      .join("");
  if (!known) return `${text} (${["unknown to this software", strange.join(", ")].filter(Boolean).join("; ")})`;
  return strange.length > 0 ? `${text} (ignored: ${strange.join(", ")})` : text;
}

/** The limits of a right, in the order in which they are said: count, dateTime, elapsedTime. */
function limitsOf(right: Right): string[] {
  const said: Record<string, string> = {};
  readConstraints(right, 0).forEach((constraint, i) => {
    if (!constraint) return;
    const value = right[i + 1]!.slice(constraint.name.length + 1);
    said[constraint.name] = limitText(constraint.name, value);
  });
  return ["count", "dateTime", "elapsedTime"].flatMap((name) => said[name] ?? []);
}

function limitText(name: string, value: string): string {
  if (name === "count") return value === "1" ? "once" : `at most ${value} times`;
  if (name === "dateTime") return `until ${value.slice(0, 10)} ${value.slice(11, 16)} UTC`;
  return `for ${durationText(value)} after payment`;
}

/** Puts an xsd:duration into words: "1 year 6 months", "36 hours". */
export function durationText(value: string): string {
  const [days = "", time = ""] = value.slice(1).split("T");
  const of = (text: string, unit: string): number => Number(new RegExp(`([0-9]+)${unit}`).exec(text)?.[1] ?? "0");
  const months = 12 * of(days, "Y") + of(days, "M");
  const seconds = 3600 * of(time, "H") + 60 * of(time, "M") + of(time, "S");
  const parts: [number, string][] = [
    [Math.floor(months / 12), "year"],
    [months % 12, "month"],
    [of(days, "D"), "day"],
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}${n === 1 ? "" : "s"}`)
    .join(" ");
}
