import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig } from "hardhat/config";
import hardhatNodeTestRunner from "@nomicfoundation/hardhat-node-test-runner";
import hardhatViem from "@nomicfoundation/hardhat-viem";

// The compiler from npm: nothing is downloaded.
const path = createRequire(import.meta.url).resolve("solc/soljson.js");
const version = "0.8.37";

// Every one of these decides the escrow's address. Prague is the first rule set with EIP-2537 (the escrow's constructor
// refuses a chain without it); no later opcode is needed.
const settings = {
  optimizer: { enabled: true, runs: 1_000_000 },
  viaIR: true,
  evmVersion: "prague",
  metadata: { bytecodeHash: "none", appendCBOR: false },
  outputSelection: { "*": { "*": ["storageLayout"] } },
};

// Tests reach what is deployed by its artifact, compiled as above. How they are compiled themselves is a matter of time:
// without optimizer and IR it takes a tenth.
const quick = { version, path, settings: { ...settings, viaIR: false, optimizer: { enabled: false } } };
const tests = globSync(["contracts/test/**/*.t.sol", "contracts/test/mocks/**/*.sol"]);

// Hardhat compiles together what has the same compiler, the very same object, and makes an object of its own for each
// override: a run for each test, all over the same imports. Given one object they are one run, on a core of its own
// beside the contracts' run.
const twoRuns = {
  id: "two-runs",
  hookHandlers: {
    config: async () => ({
      default: async () => ({
        resolveUserConfig: async (user, variables, next) => {
          const resolved = await next(user, variables);
          for (const { overrides } of Object.values(resolved.solidity.profiles)) {
            const [first] = Object.values(overrides);
            for (const file of Object.keys(overrides)) overrides[file] = first;
          }
          return resolved;
        },
      }),
    }),
    solidity: async () => ({
      default: async () => ({
        build: async (context, files, options, next) => next(context, files, { ...options, concurrency: 2 }),
      }),
    }),
  },
};

// Warnings about packages are not ours to mend and would hide our own.
const quietPackages = {
  id: "quiet-packages",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        getCompilationJobErrors: async (context, job, output, next) =>
          (await next(context, job, output)).filter(
            (e) => e.severity === "error" || !/--> \.?\/?(npm\/|node_modules\/)/.test(e.formattedMessage ?? ""),
          ),
      }),
    }),
  },
};

const profile = {
  compilers: [{ version, path, settings }],
  overrides: Object.fromEntries(tests.map((file) => [file, quick])),
};

// How many times as many runs.
const deep = process.env.FUZZ === "deep" ? 100 : 1;

export default defineConfig({
  plugins: [twoRuns, quietPackages, hardhatNodeTestRunner, hardhatViem],
  solidity: {
    // A profile without its own path would download a compiler.
    profiles: {
      default: profile,
      production: profile,
    },
  },
  paths: { tests: { solidity: "contracts/test", nodejs: "contracts/test" } },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" },
  },
  test: {
    solidity: {
      fuzz: { runs: 256 * deep, seed: "0x01" },
      invariant: { runs: 64 * deep, depth: 64, failOnRevert: true },
    },
  },
});
