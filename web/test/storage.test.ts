// A store in memory keeps a store's promises.

import { test } from "node:test";
import { MemoryStorage } from "../terminal/storage.ts";
import { storageContract } from "./storagecontract.ts";

for (const [name, run] of Object.entries(storageContract)) test(name, () => run(new MemoryStorage()));
