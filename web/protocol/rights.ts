// What a tier permits (spec 6.5): actions of the ODRL Vocabulary 2.2, each with
// constraints `name=value`.

/** A right as a header has it: its code, and its arguments. */
export type Right = readonly string[];

/** What a right means. */
export interface Meaning {
  /** Whether its code is an action that this software knows. */
  known: boolean;
  /** After so many openings it ends; 0 is never. */
  count: number;
  /** At this time it ends, in Unix seconds; -1 is never. */
  end: number;
  /** Arguments that are ignored: malformed, unknown, or repeated. */
  strange: string[];
}

/** What one argument says. */
export type Constraint = { name: "count"; count: number } | { name: "dateTime" | "elapsedTime"; end: number };

const actions = ["display", "play", "print", "distribute", "use"];

/** Whether a code is an action that this software knows. */
export function isAction(code: string): boolean {
  return actions.includes(code);
}

/**
 * Says what a right means.
 * @param paid the leaf's time, in Unix seconds
 */
export function readRight(right: Right, paid: number): Meaning {
  const [code = "", ...args] = right;
  const constraints = readConstraints(right, paid);
  const ends = constraints.flatMap((c) => (c && "end" in c ? [c.end] : []));
  const counts = constraints.flatMap((c) => (c && "count" in c ? [c.count] : []));
  return {
    known: isAction(code),
    count: counts[0] ?? 0,
    end: ends.length > 0 ? Math.min(...ends) : -1,
    strange: args.filter((_, i) => !constraints[i]),
  };
}

/** What each argument of a right says, and undefined of those that are ignored. */
export function readConstraints(right: Right, paid: number): (Constraint | undefined)[] {
  const [code = "", ...args] = right;
  const seen = new Set<string>();
  return args.map((arg) => {
    const constraint = isAction(code) ? readConstraint(arg, paid) : undefined;
    if (!constraint || seen.has(constraint.name)) return undefined;
    seen.add(constraint.name);
    return constraint;
  });
}

/**
 * Says whether a tier with these rights may be opened.
 * @param now the greatest time that was seen, at least paid, in Unix seconds
 * @param openings how often the wrap was opened before
 * @throws RangeError when there are rights with a known code and each has ended
 */
export function checkOpening(rights: readonly Right[], paid: number, now: number, openings: number): void {
  const known = rights.map((right) => readRight(right, paid)).filter((right) => right.known);
  if (known.length === 0) return;
  const at = Math.max(now, paid);
  const open = known.some(({ count, end }) => (count === 0 || openings < count) && (end < 0 || at < end));
  if (!open) throw new RangeError(`each of ${known.length} rights has ended`);
}

/** Reads one argument of a known action. */
function readConstraint(arg: string, paid: number): Constraint | undefined {
  const split = arg.indexOf("=");
  const value = arg.slice(split + 1);
  switch (arg.slice(0, Math.max(split, 0))) {
    case "count":
      return ifDefined(readCount(value), (count) => ({ name: "count", count }));
    case "dateTime":
      return ifDefined(readDateTime(value), (end) => ({ name: "dateTime", end }));
    case "elapsedTime":
      return ifDefined(readDuration(value, paid), (end) => ({ name: "elapsedTime", end }));
    default:
      return undefined;
  }
}

function ifDefined<T, U>(value: T | undefined, then: (value: T) => U): U | undefined {
  return value === undefined ? undefined : then(value);
}

function readCount(value: string): number | undefined {
  if (!/^[1-9][0-9]{0,9}$/.test(value)) return undefined;
  return Number(value) < 2 ** 32 ? Number(value) : undefined;
}

/** Reads YYYY-MM-DDThh:mm:ssZ, a time that there is; of the year 0 too. */
function readDateTime(value: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return undefined;
  const time = Date.parse(value);
  // Date.parse takes 24:00:00, and some engines take 30 February, and mean the next day.
  if (Number.isNaN(time) || formatDateTime(time / 1000) !== value) return undefined;
  return time / 1000;
}

/** Writes a time in Unix seconds, of the years 0 to 9999, as YYYY-MM-DDThh:mm:ssZ. */
export function formatDateTime(time: number): string {
  return new Date(time * 1000).toISOString().replace(".000Z", "Z");
}

const part = (unit: string): string => `(?:(0|[1-9][0-9]{0,4})${unit})?`;
const duration = /* @__PURE__ */ new RegExp(
  `^P(?=.)${part("Y")}${part("M")}${part("D")}(?:T(?=.)${part("H")}${part("M")}${part("S")})?$`,
);

/**
 * Adds an xsd:duration to a time (XML Schema 1.1 part 2, E.3.3): months, with
 * the day at most the last one of its month, then days of 24 hours.
 */
function readDuration(value: string, paid: number): number | undefined {
  const match = duration.exec(value);
  if (!match) return undefined;
  const [years, months, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? "0"));
  if (!match.slice(1).some((digits) => Number(digits ?? "0") > 0)) return undefined;
  const start = addMonths(paid, years! * 12 + months!);
  return start + days! * 86400 + hours! * 3600 + minutes! * 60 + seconds!;
}

// The proleptic Gregorian calendar repeats after 400 years, so that months
// can be added to years that a Date has not.
const cycle = { months: 400 * 12, seconds: 146097 * 86400 };

function addMonths(time: number, months: number): number {
  const cycles = Math.floor(months / cycle.months);
  const date = new Date(time * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (months % cycle.months));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() / 1000 + cycles * cycle.seconds;
}
