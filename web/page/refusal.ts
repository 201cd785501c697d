// Checks that throw, as an answer.

/** Why a check refuses; undefined where it does not. */
export function refusalOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (cause) {
    return (cause as Error).message;
  }
}
