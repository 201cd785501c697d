// Proves by the compiler's model checker what proofs/README.md says of the arithmetic of accounts. The code under proof
// is read from the contracts' sources, word for word but for where a value is kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

const BOUND = 300_000; // milliseconds; some seconds on an idle machine

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

/** A piece of a source, which must be there once. */
function cut(source, pattern) {
  const found = [...source.matchAll(new RegExp(pattern, "gms"))];
  assert.equal(found.length, 1, `${pattern} stands once`);
  return found[0][0];
}

// Assertions by constrained Horn clauses. Arithmetic by bounded checks, which leave nothing out where there is no loop:
// the clauses take a minute for it.
const ASSERTIONS = { engine: "chc", targets: ["assert"] };
const SEARCH = { engine: "bmc", targets: ["assert"] }; // for a counterexample
const ARITHMETIC = { engine: "bmc", targets: ["overflow", "underflow", "divByZero"] };

/** How many properties the checker calls safe, and whatever else it says. */
async function prove(body, how) {
  const source = `// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\n${body}`;
  const workerData = { source, ...how };
  const worker = new Worker(new URL("./proofs/solve.js", import.meta.url), { workerData });
  try {
    const said = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer within ${BOUND} ms`)), BOUND);
      worker.once("error", reject);
      worker.once("message", (message) => (clearTimeout(timer), resolve(message)));
    });
    const isSafe = ({ message }) => /^(CHC|BMC): .* check is safe!/.test(message);
    const isNotice = ({ message }) => message.startsWith("The BMC engine of the SMTChecker is deprecated");
    const unsafe = said.filter((it) => !isSafe(it) && !isNotice(it)).map(({ message }) => message);
    return { safe: said.filter(isSafe).length, unsafe };
  } finally {
    await worker.terminate();
  }
}

const roll = cut(read("libraries/Account.sol"), "^function roll\\(.*?^}");
const fee = cut(read("abstracts/Ledger.sol"), "uint256 fee = [^;]*;");

// The word of an account as its four fields: what pack and the readers do to bits is Account.t.sol's.
const account = (body) => `
struct Pending { uint256 e; uint256 n; uint256 c; uint256 p; }
using {epoch, count, current, previous, roll} for Pending global;
function pack(uint256 e, uint256 n, uint256 c, uint256 p) pure returns (Pending memory) { return Pending(e, n, c, p); }
function epoch(Pending memory self) pure returns (uint256) { return self.e; }
function count(Pending memory self) pure returns (uint256) { return self.n; }
function current(Pending memory self) pure returns (uint256) { return self.c; }
function previous(Pending memory self) pure returns (uint256) { return self.p; }
${body.replaceAll(/\bPending (?=self|rolled)/g, "Pending memory ")}
`;

// Any account at any later time; \`a\` is a payment of epoch \`f\` that is in the bucket of its epoch.
const rolling = `contract Rolling {
  function step(uint32 e, uint32 n, uint96 c, uint96 p, uint32 now_, uint32 f, uint96 a) external pure { unchecked {
    require(f <= e && e <= now_);
    require(f == e ? a <= c : uint256(f) + 1 == e ? a <= p : true);
    (Pending memory y, uint256 matured) = pack(e, n, c, p).roll(now_);
    assert(y.e == now_ && y.n == n && matured + y.c + y.p == uint256(c) + p); // nothing is lost, nothing is made
    assert(y.c <= type(uint96).max && y.p <= type(uint96).max); // what is packed fits
    assert(f == now_ ? a <= y.c : uint256(f) + 1 == now_ ? a <= y.p : true); // nothing matures early
    assert(now_ > uint256(e) + 1 ? y.c == 0 && y.p == 0 : true); // nor late
  } }
}`;

test("rolling an account loses nothing and matures nothing early", async () => {
  assert.deepEqual(await prove(account(roll) + rolling, ASSERTIONS), { safe: 4, unsafe: [] });
});

test("no sum in it overflows", async () => {
  assert.deepEqual(await prove(account(roll) + rolling, ARITHMETIC), { safe: 2, unsafe: [] });
});

const mistakes = {
  "drops a bucket": ["self.previous() + self.current())", "self.previous())"],
  "matures an epoch early": ["0, self.current()), self.previous())", "0, 0), self.previous() + self.current())"],
};
for (const [mistake, [right, wrong]] of Object.entries(mistakes)) {
  test(`a roll that ${mistake} is found`, async () => {
    assert.ok(roll.includes(right), "what is changed is there");
    const { unsafe } = await prove(account(roll.replace(right, wrong)) + rolling, SEARCH);
    assert.match(unsafe.join(), /Assertion violation happens here/);
  });
}

const splitting = `contract Fee {
  function split(uint256 amount, uint256 feeBps) external pure {
    require(amount < 2 ** 128 && feeBps <= 1_000);
    ${fee}
    unchecked {
      assert(fee <= amount);
      assert(fee * 10 <= amount);
    }
  }
}`;

test("a fee is at most a tenth of any sum that an account can hold", async () => {
  assert.deepEqual(await prove(splitting, ASSERTIONS), { safe: 2, unsafe: [] });
});

test("nor does a fee overflow", async () => {
  assert.deepEqual(await prove(splitting, ARITHMETIC), { safe: 2, unsafe: [] });
});
