// Replays all vectors, and fails where a part has none of its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import "./replay-scalar.ts";
import "./replay-text.ts";
import "./replay-zip.ts";
import "./replay-digest.ts";
import "./replay-rights.ts";
import "./replay-curve.ts";
import "./replay-key.ts";
import "./replay-committee.ts";
import "./replay-release.ts";
import "./replay-order.ts";
import "./replay-program.ts";
import "./replay-tar.ts";
import "./replay-section.ts";
import "./replay-header.ts";
import "./replay-code.ts";
import "./replay-agreement.ts";
import "./replay-fraud.ts";
import { parts, replayed } from "./vectors.ts";

test("every part that has files is replayed", () => {
  assert.deepEqual([...replayed].sort(), parts().sort());
});
