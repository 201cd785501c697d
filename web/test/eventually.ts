// Waiting for what another process does, or a page that has not ended what it began.

import assert from "node:assert/strict";

/** Waits until something holds. */
export function eventually(holds: () => Promise<boolean>): Promise<void> {
  return soon(async () => assert.ok(await holds(), "it did not come"));
}

/**
 * Waits until an assertion holds, for a minute at most, as a busy machine may need. What
 * is asserted of something that has no event of its own to wait for is asserted with this.
 * @throws what the assertion threw the last time
 */
export async function soon(assertion: () => void | Promise<void>): Promise<void> {
  for (let n = 0; n < 600; n++) {
    try {
      return await assertion();
    } catch (cause) {
      if (!(cause instanceof assert.AssertionError)) throw cause;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await assertion();
}
