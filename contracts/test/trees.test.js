// Holds the trees of what the contracts have to do against their tests and against their code: each leaf names the test
// that shows it, each test has a leaf, and each error that a contract reverts with is told by one.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const HERE = new URL("./", import.meta.url);
const PARTS = new URL("../abstracts/", HERE);
const CONTRACTS = new URL("../", HERE);
const LEAF = /it should (?<what>.*) \[(?<name>test\w*)\]$/;

const read = (name, base = HERE) => readFileSync(new URL(name, base), "utf8");
const trees = readdirSync(HERE)
  .filter((file) => file.endsWith(".tree"))
  .map((file) => file.slice(0, -".tree".length));
const leavesOf = (name) =>
  read(`${name}.tree`)
    .split("\n")
    .filter((line) => line.includes("─ it should"));

/** The bodies of a contract's tests, by name. */
function testsOf(source) {
  const [, ...parts] = source.split(/^ {4}function (?=test)/m);
  return new Map(parts.map((part) => [part.match(/^\w+/)[0], part]));
}

for (const name of trees) {
  test(`${name}.tree`, () => {
    const source = read(`${name}.t.sol`);
    const tests = testsOf(source);
    const leaves = leavesOf(name);
    assert.ok(leaves.length > 2, "a tree has leaves");
    for (const line of leaves) {
      const leaf = line.match(LEAF)?.groups;
      assert.ok(leaf && tests.has(leaf.name), `no test: ${line}`);
      const error = leaf.what.match(/\w+_\w+|SafeERC20FailedOperation/)?.[0];
      if (error) assert.ok(source.includes(error), `${name}.t.sol never mentions ${error}`);
      tests.set(leaf.name, "");
    }
    const unnamed = [...tests].filter(([, body]) => body).map(([it]) => it);
    assert.deepEqual(unnamed, [], "tests that no leaf names");
  });
}

test("every error has a leaf", () => {
  const sources = [PARTS, CONTRACTS].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".sol"))
      .map((file) => read(file, folder)),
  );
  const errors = new Set(sources.join("").match(/(?<=revert )\w+_\w+/g));
  const told = trees.flatMap(leavesOf).join("\n");
  for (const of of ["Escrow", "PaymentRouter", "ProductFactory", "Product", "Committee"])
    assert.ok(
      [...errors].some((error) => error.startsWith(`${of}_`)),
      `what ${of} reverts with`,
    );
  for (const error of errors) assert.match(told, new RegExp(`\\b${error}\\b`), "a leaf");
});
