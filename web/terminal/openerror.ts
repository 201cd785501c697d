// Why a wrap is not opened, or not all of it.

/** What a failure asks of whoever opens. */
export type OpenKind =
  /** Other bytes than were signed: another copy of the wrap may be whole. */
  | "damage"
  /** What was bought does not open this wrap: the release or the order is another's. */
  | "danger"
  /** The receipt is not here yet, and a release program needs it. */
  | "pending"
  /** The rights of the tier are over. */
  | "ended"
  /** Whoever asked for it does not want it any more. */
  | "cancelled"
  /** Nobody's fault that is known: a disk, memory, or this software. */
  | "internal";

/** A wrap that was not opened. Nothing of it is kept. */
export class OpenError extends Error {
  readonly kind: OpenKind;

  constructor(kind: OpenKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Runs a step whose failure is of a kind. */
export async function orFail<T>(kind: OpenKind, what: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof OpenError) throw cause;
    throw new OpenError(kind, `${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
