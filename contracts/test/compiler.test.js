// How hardhat.config.js has everything compiled: what is deployed with the settings that decide its address, tests with
// quick ones, and each of the two in one run.
import assert from "node:assert/strict";
import { test } from "node:test";
import hre from "hardhat";

const { solidity } = hre;
const { compilationJobsPerFile } = await solidity.getCompilationJobs(await solidity.getRootFilePaths(), {
  force: true, // as in a fresh clone
  quiet: true,
});
const isTest = (file) => /\/contracts\/test\/(mocks\/.*|.*\.t)\.sol$/.test(file);

test("the compiler runs twice", () => {
  assert.equal(new Set(compilationJobsPerFile.values()).size, 2);
});

test("only tests are compiled quickly", () => {
  for (const [file, { solcConfig }] of compilationJobsPerFile) {
    const { viaIR, optimizer } = solcConfig.settings;
    const expected = isTest(file) ? [false, { enabled: false }] : [true, { enabled: true, runs: 1_000_000 }];
    assert.deepEqual([viaIR, optimizer], expected, file);
  }
});
