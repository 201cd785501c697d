// Replays all vectors, and fails where a part has none of its own.

import "./replay-scalar.ts";
