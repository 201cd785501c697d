import { parseScalar } from "../protocol/scalar.ts";
import { bytes } from "./members.ts";
import { replay, step } from "./vectors.ts";

replay("scalar", (v) => ({ value: step("parse", () => parseScalar(bytes(v.in, "bytes"))).toString() }));
