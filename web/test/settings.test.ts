// Whom the page may ask, and at whose word.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inTurn } from "../page/nodes.ts";
import { isAskable, isHint, isLocal, keepSettings, settingsOf } from "../page/keep/settings.ts";
import { MemoryStorage } from "../terminal/storage.ts";

const own = ["http://127.0.0.1:8545", "http://localhost", "http://[::1]:1/x"];
const anywhere = ["https://node.example", "https://node.example:8443/path/", "https://203.0.113.9"];
const nowhere = [
  "",
  "node.example",
  "http://node.example",
  "http://127.0.0.1.node.example",
  "http://localhost.node.example",
  "https://user@node.example",
  "https://user:word@node.example",
  "https://:word@node.example",
  "javascript:alert(1)",
  "data:application/json,{}",
  "blob:https://node.example/1",
  "file:///etc/passwd",
  "ftp://node.example",
  "ws://127.0.0.1",
  "https://",
];
const inside = [
  "https://localhost",
  "https://127.0.0.1",
  "https://127.1",
  "https://2130706433",
  "https://0x7f.1",
  "https://0177.0.0.1",
  "https://0.0.0.0",
  "https://10.0.0.1",
  "https://172.16.0.1",
  "https://172.31.255.255",
  "https://192.168.1.1",
  "https://169.254.169.254",
  "https://100.64.0.1",
  "https://100.127.0.1",
  "https://198.18.0.1",
  "https://224.0.0.1",
  "https://255.255.255.255",
  "https://[::1]",
  "https://[fe80::1]",
  "https://[fc00::1]",
  "https://[::ffff:192.168.1.1]",
  "https://router",
  "https://router.",
  "https://router.local",
  "https://router.LAN",
  "https://nas.home.arpa",
  "https://vault.internal",
  "https://x.localhost",
];
const beside = [
  "https://172.15.0.1",
  "https://172.32.0.1",
  "https://100.63.0.1",
  "https://100.128.0.1",
  "https://11.0.0.1",
];

test("the page asks by https, or on its user's own computer, and carries nobody's password", () => {
  for (const address of [...own, ...anywhere, ...inside]) assert.ok(isAskable(address), address);
  for (const address of nowhere) assert.ok(!isAskable(address), address);
  assert.deepEqual(["localhost", "127.0.0.1", "[::1]", "localhost.example", ""].map(isLocal), [
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("a stranger's word leads by https alone, and not into the network that one is in", () => {
  for (const address of [...anywhere, ...beside]) assert.ok(isHint(address, "page.example"), address);
  for (const address of [...own, ...nowhere, ...inside]) assert.ok(!isHint(address, "page.example"), address);
  for (const address of own) assert.ok(isHint(address, "127.0.0.1"), `${address} for a page of this computer`);
  for (const address of ["https://192.168.1.1", "https://router", "http://192.168.1.1"])
    assert.ok(!isHint(address, "localhost"), address);
});

test("settings that cannot be asked are not kept", async () => {
  const storage = new MemoryStorage();
  await assert.rejects(keepSettings(storage, 1, { endpoints: ["http://node.example"], nodes: [] }), /cannot be asked/);
  await assert.rejects(keepSettings(storage, 1, { endpoints: [], nodes: ["javascript:1"] }), /cannot be asked/);
  assert.deepEqual(await settingsOf(storage, 1), { endpoints: [], nodes: [] });
  const settings = { endpoints: ["https://node.example"], nodes: ["http://127.0.0.1:1"] };
  await keepSettings(storage, 1, settings);
  assert.deepEqual(await settingsOf(storage, 1), settings);
  assert.deepEqual(await settingsOf(storage, 5), { endpoints: [], nodes: [] });
});

test("a committee of thousands displaces no other's nodes", () => {
  const many = Array.from({ length: 5000 }, (_, i) => `https://false.example/${i}`);
  const turns = inTurn([many, ["https://a.example", "https://b.example"], []]);
  assert.deepEqual(turns.slice(0, 4), [many[0], "https://a.example", many[1], "https://b.example"]);
  assert.equal(turns.length, 5002);
  assert.deepEqual(inTurn([]), []);
});
