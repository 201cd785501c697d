// Waiting for what another process does.

import assert from "node:assert/strict";

/** Waits until something holds, for ten seconds at most. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it did not come");
}
