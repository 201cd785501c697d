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

/** A failure that its user may overrule, by paying anyway: he may know what the page cannot. */
export class Doubt extends Failure {}

/** What a failure says, in a line. */
export function said(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Whether asking again, or somebody else, may help. */
export function isUnreachable(cause: unknown): cause is Failure {
  return cause instanceof Failure && cause.kind === "unreachable";
}
