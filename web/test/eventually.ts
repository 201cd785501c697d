// Waiting for what another process does.

import assert from "node:assert/strict";

/** Waits until something holds, for a minute at most, as a busy machine may need. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it did not come");
}
