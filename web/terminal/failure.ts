// Why something was not done, and what the user can do about it.

/**
 * What kind of failure it is: refused by a rule or by the chain; unreachable, so
 * that asking again may help; danger, as of a false contract; pending, where time
 * alone is missing; input that cannot be read.
 */
export type Kind = "refused" | "unreachable" | "danger" | "pending" | "input";

/** A failure of the terminal's, with what to do. Its text has no secret. */
export class Failure extends Error {
  readonly kind: Kind;
  readonly hints: readonly string[];

  constructor(kind: Kind, message: string, hints: readonly string[] = [], cause?: unknown) {
    super(message, { cause });
    this.name = "Failure";
    this.kind = kind;
    this.hints = hints;
  }
}

/**
 * Doubts that a buyer may overrule, who may know what the terminal cannot: that nobody
 * can be heard to serve the product, and that it may be paid already. Each is named
 * only where it arose: to pay while nodes are away is not to pay twice.
 */
export interface Overruled {
  /** Pays although no node of the committee can be heard to serve the product. */
  readonly unserved?: boolean;
  /** Pays although it may be paid already: a wallet was asked and may still pay, a node saw a payment, or nobody tells. */
  readonly maybePaid?: boolean;
}

/** A failure that its user may overrule, by paying anyway. */
export class Doubt extends Failure {
  /** What paying anyway overrules. */
  readonly overrule: keyof Overruled;

  constructor(overrule: keyof Overruled, kind: Kind, message: string, hints: readonly string[]) {
    super(kind, message, hints);
    this.overrule = overrule;
  }
}

/** What a failure says, in a line. */
export function said(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Whether asking again, or somebody else, may help. */
export function isUnreachable(cause: unknown): cause is Failure {
  return cause instanceof Failure && cause.kind === "unreachable";
}
