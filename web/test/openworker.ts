// The worker of the tests: what a page's is, on a port of Node's.

import { parentPort } from "node:worker_threads";
import { serveOpening } from "../terminal/openjob.ts";
import { portOf } from "./port.ts";

serveOpening(portOf(parentPort!));
