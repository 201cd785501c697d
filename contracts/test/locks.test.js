// What others build on is held against the files of locks/: interfaces, and the storage of contracts that are deployed
// once. UPDATE_LOCKS=1 writes the files anew; their difference is then for a reviewer.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import hre from "hardhat";
import { toEventSelector, toFunctionSelector, toFunctionSignature } from "viem";

const FOLDER = new URL("./locks/", import.meta.url);
const INTERFACES = ["IEscrow", "IProduct", "ITermsProduct", "IProductFactory", "ICommittee", "IPaymentRouter"];
const CONTRACTS = ["Escrow", "Product", "Committee", "PaymentRouter"];

/** Types as in a signature, tuples spelt out. */
const types = (list) =>
  list.map(({ type, components }) => (components ? type.replace("tuple", `(${types(components)})`) : type));

/** Names of parameters: bindings and wallets show them. */
const names = (list) =>
  list.map(({ name, components }) => (components ? `${name}(${names(components)})` : name)).join(",");

const describe = {
  function: (entry) => ({
    selector: toFunctionSelector(entry),
    names: names(entry.inputs),
    mutability: entry.stateMutability,
    returns: types(entry.outputs).join(","),
    returned: names(entry.outputs),
  }),
  event: (entry) => ({
    topic: toEventSelector(entry),
    names: names(entry.inputs),
    indexed: names(entry.inputs.filter(({ indexed }) => indexed)),
    anonymous: entry.anonymous === true,
  }),
  error: (entry) => ({ selector: toFunctionSelector({ ...entry, type: "function" }), names: names(entry.inputs) }),
};

/** An interface by its signatures: functions, events, errors, each sorted. */
async function interfaceOf(name) {
  const { abi } = await hre.artifacts.readArtifact(name);
  const parts = { function: {}, event: {}, error: {} };
  const signature = (entry) =>
    toFunctionSignature({ ...entry, type: "function", outputs: [], stateMutability: "view" });
  for (const entry of abi.toSorted((a, b) => (signature(a) < signature(b) ? -1 : 1))) {
    assert.ok(parts[entry.type], `${name} has a ${entry.type}, which no interface needs`);
    parts[entry.type][signature(entry)] = describe[entry.type](entry);
  }
  return { functions: parts.function, events: parts.event, errors: parts.error };
}

/** A contract's storage: each variable with its place and type, structs with their members. */
async function storageOf(name) {
  const { buildInfoId, sourceName, inputSourceName = `project/${sourceName}` } = await hre.artifacts.readArtifact(name);
  const path = await hre.artifacts.getBuildInfoOutputPath(buildInfoId);
  const { contracts } = JSON.parse(readFileSync(path, "utf8")).output;
  const { storage, types: known } = contracts[inputSourceName][name].storageLayout;
  const variable = ({ label, slot, offset, type }) => ({ label, slot, offset, ...shape(type) });
  const shape = (type) => {
    const { label, numberOfBytes, members, value, base } = known[type];
    const inner = value ?? base;
    return {
      type: label,
      bytes: numberOfBytes,
      ...(members && { members: members.map(variable) }),
      ...(inner && hasMembers(inner) && { of: shape(inner) }),
    };
  };
  const hasMembers = (type) => Boolean(known[type].members || (known[type].value && hasMembers(known[type].value)));
  return storage.map(variable);
}

function lock(file, make) {
  test(file, async () => {
    const text = `${JSON.stringify(await make(), null, 2)}\n`;
    const at = new URL(file, FOLDER);
    if (process.env.UPDATE_LOCKS === "1") writeFileSync(at, text);
    assert.deepEqual(
      JSON.parse(text),
      JSON.parse(readFileSync(at, "utf8")),
      "run with UPDATE_LOCKS=1 if this is meant",
    );
  });
}

for (const name of INTERFACES) lock(`${name}.json`, () => interfaceOf(name));
for (const name of CONTRACTS) lock(`${name}.storage.json`, () => storageOf(name));

test("every lock is held against something", () => {
  const expected = [...INTERFACES.map((name) => `${name}.json`), ...CONTRACTS.map((name) => `${name}.storage.json`)];
  assert.deepEqual(readdirSync(FOLDER).sort(), expected.sort());
});
