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
const quick = { ...settings, viaIR: false, optimizer: { enabled: false } };
const quickly = (files) => Object.fromEntries(files.map((file) => [file, { version, path, settings: quick }]));
const overrides = quickly(globSync(["contracts/test/*.t.sol", "contracts/test/mocks/*.sol"]));

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

const deep = process.env.FUZZ === "deep";

export default defineConfig({
  plugins: [quietPackages, hardhatNodeTestRunner, hardhatViem],
  solidity: {
    // A profile without its own path would download a compiler.
    profiles: {
      default: { compilers: [{ version, path, settings }], overrides },
      production: { compilers: [{ version, path, settings }], overrides },
    },
  },
  paths: { tests: { solidity: "contracts/test", nodejs: "contracts/test" } },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" },
  },
  test: {
    solidity: {
      fuzz: { runs: deep ? 10_000 : 256, seed: "0x01" },
      invariant: { runs: deep ? 256 : 64, depth: deep ? 256 : 64, failOnRevert: true },
    },
  },
});
