// Holds the trees of what the escrow has to do against its tests and against its code: each leaf names the test that
// shows it, each test has a leaf, and each error that the escrow reverts with is told by one.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const HERE = new URL("./", import.meta.url);
const PARTS = new URL("../abstracts/", HERE);
const OTHERS = /^(Committee|Factory|Product|Router)/; // of other contracts, by words alone
const LEAF = /it should (?<what>.*) \[(?<name>test\w*)\]$/;

const read = (name, base = HERE) => readFileSync(new URL(name, base), "utf8");
const trees = readdirSync(HERE)
  .filter((file) => file.endsWith(".tree"))
  .map((file) => file.slice(0, -".tree".length))
  .filter((name) => !OTHERS.test(name));
const leavesOf = (name) =>
  read(`${name}.tree`)
    .split("\n")
    .filter((line) => line.includes("it should"));

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

test("every error of the escrow has a leaf", () => {
  const code = readdirSync(PARTS).map((file) => read(file, PARTS));
  const errors = new Set([...code, read("../Escrow.sol")].join("").match(/(?<=revert )Escrow_\w+/g));
  assert.ok(errors.size > 20, "what the escrow reverts with");
  const told = ["Router", ...trees].flatMap(leavesOf).join("\n");
  for (const error of errors) assert.match(told, new RegExp(`\\b${error}\\b`), "a leaf");
});
