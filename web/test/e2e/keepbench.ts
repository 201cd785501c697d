// What the page keeps, for tests to reach from within a browser.

import { storageContract } from "../storagecontract.ts";
import * as library from "../../page/keep/library.ts";
import { storage } from "../../page/keep/storage.ts";
import * as wraps from "../../page/keep/wraps.ts";
import { readFile, readText } from "../../page/scan/reading.ts";

/** What a test finds as the global `keep`. */
export const keep = { storage, storageContract, library, wraps, readFile, readText };

Object.assign(globalThis, { keep });
