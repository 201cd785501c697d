// Openings that are counted, and what is left of rights.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { isLast, leftOf } from "../page/open/rightssection.ts";
import { durationText, rightText, timeText } from "../page/product/rightwords.ts";
import { count, type Counted, isCounted, paidAt, usesOf } from "../page/open/uses.ts";
import { Failure } from "../terminal/failure.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { buy, type Bought } from "./e2e/bought.ts";
import { capital } from "../page/words.ts";

const twice = [["display", "count=2"]];
const wrap = `0x${"ab".repeat(32)}`;

let bought: Bought;
before(async () => {
  bought = await buy({ sections: [{ name: "a", bytes: new Uint8Array(1) }] });
});

function counted(over: Partial<Counted> = {}): Counted {
  const { purchase } = bought;
  return { storage: new MemoryStorage(), purchase, wrap, rights: twice, now: () => paidAt(purchase) + 60, ...over };
}

const isOver = (error: unknown): boolean => error instanceof Failure && error.kind === "refused";

test("an opening is durable when it begins; one that failed is taken back; then it is over", async () => {
  const of = counted();
  const first = await count(of);
  assert.equal(first.use.openings, 0);
  assert.equal((await usesOf(of)).openings, 1, "a crash now leaves it counted");
  await first.undo();
  assert.equal((await usesOf(of)).openings, 0);
  await count(of);
  assert.equal((await count(of)).use.openings, 1);
  await assert.rejects(count(of), isOver);
  assert.equal((await usesOf(of)).openings, 2);
});

test("two tabs cannot have one opening twice", async () => {
  const of = counted({ rights: [["print", "count=1"]] });
  const both = await Promise.allSettled([count(of), count(of)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const others = counted({ rights: [["print", "count=3"]] });
  const [first] = await Promise.all([count(others), count(others)]);
  await first!.undo();
  assert.equal((await usesOf(others)).openings, 1);
});

/** A store that takes its time to read and to write, so that whoever works beside it is heard. */
class SlowStorage extends MemoryStorage {
  override async get(name: string): Promise<string | undefined> {
    const text = await super.get(name);
    await turns(3);
    return text;
  }
  override async put(name: string, text: string): Promise<void> {
    await turns(3);
    await super.put(name, text);
  }
}

async function turns(n: number): Promise<void> {
  for (; n > 0; n--) await new Promise<void>((resolve) => setImmediate(resolve));
}

test("openings that begin and end at once are counted one after the other, however slow the store is", async () => {
  const only = counted({ storage: new SlowStorage(), rights: [["print", "count=1"]] });
  const both = await Promise.allSettled([count(only), count(only)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const many = counted({ storage: new SlowStorage(), rights: [["print", "count=9"]] });
  const [first, second] = await Promise.all([count(many), count(many)]);
  assert.equal((await usesOf(many)).openings, 2);
  await Promise.all([first!.undo(), count(many), second!.undo()]);
  assert.equal((await usesOf(many)).openings, 1);
  const times = [paidAt(many.purchase) + 99, paidAt(many.purchase) + 50];
  const wraps = [wrap, `0x${"cd".repeat(32)}`]; // whose openings are counted apart
  await Promise.all(times.map((now, i) => count({ ...many, wrap: wraps[i]!, now: () => now })));
  assert.equal((await usesOf(many)).latest, times[0], "the greater time stays");
});

test("no opening is won by taking back more than was counted", async () => {
  const of = counted();
  const { undo } = await count(of);
  await undo();
  await undo();
  assert.equal((await usesOf(of)).openings, 0);
  await count(of);
  await count(of);
  await assert.rejects(count(of), isOver);
});

test("each issue of a wrap has its own openings", async () => {
  const of = counted({ rights: [["use", "count=1"]] });
  await count(of);
  await assert.rejects(count(of), isOver);
  await count({ ...of, wrap: `0x${"cd".repeat(32)}` });
});

test("the greatest time that was seen counts, and is durable", async () => {
  let now = paidAt(bought.purchase) + 59;
  const of = counted({ rights: [["play", "elapsedTime=PT1M"]], now: () => now });
  assert.equal((await count(of)).use.now, now);
  now += 1;
  await assert.rejects(count(of), isOver);
  assert.equal((await usesOf(of)).latest, now);
  now -= 50; // a clock that was put back
  await assert.rejects(count(of), isOver);
});

test("what is not limited is not counted", async () => {
  for (const rights of [[], [["display"]], [["levitate", "count=1"]], [["display", "count=x"]]]) {
    const of = counted({ rights });
    await count(of);
    assert.equal((await usesOf(of)).openings, 0);
    assert.ok(!isCounted(rights, 0));
  }
});

test("rights in words", () => {
  const cases: [string[], string][] = [
    [["display"], "read it or look at it"],
    [["print", "count=3"], "print it up to 3 times"],
    [["play", "count=1", "elapsedTime=P1DT12H"], "listen to it or watch it once, for 1 day 12 hours after payment"],
    [["use", "dateTime=2030-01-01T00:00:00Z"], "use it until 1 January 2030, 00:00 UTC"],
    [["distribute", "count=0"], "pass it on to others (ignored: count=0)"],
    [["levitate", "height=2"], "levitate (unknown to this software; height=2)"],
  ];
  for (const [right, words] of cases) assert.equal(rightText(right), words);
  assert.equal(capital("print it"), "Print it");
  assert.equal(capital(""), "");
  assert.equal(durationText("P1Y18M"), "2 years 6 months");
  assert.equal(timeText(0), "1 January 1970, 00:00 UTC");
});

test("what is left of a right", () => {
  const paid = 1_800_000_000;
  const uses = { openings: 1, latest: paid + 30 };
  assert.deepEqual(leftOf(["print", "count=3"], paid, uses), { words: "2 of 3 openings left here", over: false });
  assert.deepEqual(leftOf(["print", "count=1"], paid, uses), { words: "the only opening was had here", over: true });
  assert.deepEqual(leftOf(["play", "elapsedTime=PT1M"], paid, uses), {
    words: `until ${timeText(paid + 60)}`,
    over: false,
  });
  assert.deepEqual(leftOf(["play", "elapsedTime=PT30S"], paid, uses), {
    words: `over since ${timeText(paid + 30)}`,
    over: true,
  });
  assert.equal(leftOf(["display"], paid, uses), undefined);
  assert.equal(leftOf(["levitate", "count=1"], paid, uses), undefined);
  assert.ok(
    isLast(
      [
        ["print", "count=2"],
        ["play", "count=1"],
      ],
      paid,
      uses,
    ),
  );
  assert.ok(!isLast([["print", "count=2"], ["display"]], paid, uses));
  assert.ok(!isLast([], paid, uses));
});
