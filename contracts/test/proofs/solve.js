// A thread that hands a source to the compiler's model checker and sends back what it says of each property. The solver
// is the one within solc's own file; its limit counts steps, not seconds, so that its answer is the same everywhere.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const require = createRequire(import.meta.url);

function solve({ source, engine, targets }) {
  const solc = require("solc/wrapper")(require("solc/soljson.js"));
  const modelChecker = { engine, targets, solvers: ["z3"], showProvedSafe: true, showUnproved: true };
  const settings = { modelChecker, outputSelection: { "*": { "*": [] } } };
  const input = { language: "Solidity", sources: { "proof.sol": { content: source } }, settings };
  const { errors = [] } = JSON.parse(solc.compile(JSON.stringify(input)));
  return errors.map(({ severity, message }) => ({ severity, message }));
}

// The test runner loads every file here; only a thread has something to solve.
if (workerData?.source) parentPort.postMessage(solve(workerData));
