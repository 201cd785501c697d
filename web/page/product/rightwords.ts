// Rights in plain words.

import { readConstraints, type Right, readRight } from "../../protocol/rights.ts";

const acts: Readonly<Record<string, string>> = {
  display: "read it or look at it",
  play: "listen to it or watch it",
  print: "print it",
  distribute: "pass it on to others",
  use: "use it",
};

/** Puts a right into words: "print it up to 3 times, until 1 January 2030, 00:00 UTC". */
export function rightText(right: Right): string {
  const { known, strange } = readRight(right, 0);
  const [code = ""] = right;
  if (!known) return `${code} (${["unknown to this software", strange.join(", ")].filter(Boolean).join("; ")})`;
  const [first, ...others] = limitsOf(right);
  const text = [`${acts[code]}${first === undefined ? "" : ` ${first}`}`, ...others].join(", ");
  return strange.length > 0 ? `${text} (ignored: ${strange.join(", ")})` : text;
}

/** The limits of a right, in the order in which they are said: count, dateTime, elapsedTime. */
function limitsOf(right: Right): string[] {
  const said: Record<string, string> = {};
  readConstraints(right, 0).forEach((constraint, i) => {
    if (!constraint) return;
    said[constraint.name] = limitText(constraint.name, right[i + 1]!.slice(constraint.name.length + 1));
  });
  return ["count", "dateTime", "elapsedTime"].flatMap((name) => said[name] ?? []);
}

function limitText(name: string, value: string): string {
  if (name === "count") return value === "1" ? "once" : `up to ${value} times`;
  if (name === "dateTime") return `until ${timeText(Date.parse(value) / 1000)}`;
  return `for ${durationText(value)} after payment`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** Puts a time in Unix seconds into words: "1 January 2030, 00:00 UTC". */
export function timeText(time: number): string {
  const date = new Date(time * 1000);
  const clock = date.toISOString().replace(/^.*T(..:..).*$/, "$1");
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${clock} UTC`;
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
