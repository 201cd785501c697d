// What does not open, or not wholly: damage, frauds, programs that fail, receipts that
// did not come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { buy, show } from "./bought.ts";
import { readFraud } from "../../protocol/fraud.ts";
import { noise } from "../stream.ts";
import { command } from "../wasmmodule.ts";
import { browser, site } from "./onsite.ts";
import { visit } from "./site.ts";
import { bytesOf, on, open, utf8 } from "./opened.ts";

test("a wrap that was changed in its last byte shows nothing, and another copy opens", async () => {
  const bought = await buy({
    sections: [
      { name: "long.txt", bytes: utf8("It was a dark night.\n" + Buffer.from(noise(2_000_000)).toString("base64")) },
    ],
  });
  const damaged = Uint8Array.from(bought.wrap);
  // The list of pieces comes last, and after it the directory: the byte is the section's.
  damaged[Buffer.from(damaged).lastIndexOf("PK\x03\x04") - 1]! ^= 1;
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await show(page, site.url, bought, { wrap: damaged });
  await open(page);
  await page.getByRole("heading", { name: "This copy of the file is damaged" }).waitFor();
  assert.equal(await page.getByText("dark night").count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Save/ }).count(), 0);
  await page.getByRole("button", { name: "Choose the file" }).click();
  const whole = { name: "other.wrap", mimeType: "", buffer: Buffer.from(bought.wrap) };
  await page.setInputFiles("#wrapfile", { ...whole, buffer: Buffer.from(damaged) });
  await page.getByText("is not the file of").waitFor();
  await page.setInputFiles("#wrapfile", whole);
  await page.getByText("dark night").waitFor();
  await end();
});

test("a fraud is shown with its proof, and what is whole opens", () => {
  const sections = [
    { name: "whole.txt", bytes: utf8("whole") },
    { name: "less.txt", bytes: utf8("less"), size: 5 },
  ];
  return on({ sections }, async (page) => {
    await open(page);
    await page.getByRole("heading", { name: "less.txt is not what its publisher signed" }).waitFor();
    await page.getByText("the proof holds the key of what you bought").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save the proof" }).click();
    const { name, bytes } = await saved;
    assert.equal(name, "fraud-1.json");
    const proof = readFraud(bytes);
    assert.deepEqual([proof.kind, proof.section], ["content", 1]);
    await page.getByRole("button", { name: "Read whole.txt" }).click();
    await page.getByText("whole", { exact: true }).waitFor();
  });
});

test("where a program fails, its part is there as it is", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale"), program: true }], program: command({ body: [0] }) },
    async (page) => {
      await open(page);
      await page.getByRole("heading", { name: "Your own copy of tale.txt could not be made" }).waitFor();
      const saved = bytesOf(page.waitForEvent("download"));
      await page.getByRole("button", { name: "Save tale.txt.raw" }).click();
      assert.deepEqual(await saved, { name: "tale.txt.raw", bytes: Buffer.from("A tale") });
    },
  ));

test("without a receipt a program waits for it, and says so; as it is, it opens", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale"), program: true }], program: command({ body: [] }) },
    async (page) => {
      await open(page);
      await page.getByRole("heading", { name: "It waits for your receipt" }).waitFor();
      await page.getByRole("button", { name: "Open it as it is" }).click();
      await page.getByRole("button", { name: "Save tale.txt.raw" }).waitFor();
      await page.getByText("The committee's receipt is not here yet.").waitFor();
    },
    { receipt: false },
  ));

test("without a receipt all else opens", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale") }] },
    async (page) => {
      await open(page);
      await page.getByText("A tale", { exact: true }).waitFor();
      await page.getByText("What you bought opens without it").waitFor();
      await page.getByRole("button", { name: "Ask for it again" }).waitFor();
    },
    { receipt: false },
  ));
