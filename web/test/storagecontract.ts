// What every store promises, for those in memory and in a browser alike: it runs in
// both, and so without a test library.

import type { Storage } from "../terminal/storage.ts";

function expect(got: unknown, want: unknown): void {
  const [g, w] = [JSON.stringify(got), JSON.stringify(want)];
  if (g !== w) throw new Error(`got ${g}, want ${w}`);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The promises by their names. Each wants a store of its own. */
export const storageContract: Readonly<Record<string, (storage: Storage) => Promise<void>>> = {
  "what was put is there, and what was put over it": async (storage) => {
    expect(await storage.get("a"), undefined);
    await storage.put("a", "1");
    expect(await storage.get("a"), "1");
    await storage.put("a", "");
    expect(await storage.get("a"), "");
    expect(await storage.get("b"), undefined);
  },
  "one of those who add at once wins, and all are told the same": async (storage) => {
    const told = await Promise.all(Array.from({ length: 20 }, (_, i) => storage.add("seed", String(i))));
    expect(new Set(told).size, 1);
    expect(await storage.get("seed"), told[0]);
    expect(await storage.add("seed", "late"), told[0]);
    await storage.put("empty", "");
    expect(await storage.add("empty", "late"), "");
  },
  "several texts are changed at once, or none of them": async (storage) => {
    await storage.put("a", "1");
    await storage.change(["a", "b"], (texts) => {
      expect([...texts], [["a", "1"]]);
      return new Map([
        ["a", "2"],
        ["b", "3"],
      ]);
    });
    expect([await storage.get("a"), await storage.get("b")], ["2", "3"]);
    const refused = storage.change(["a"], () => {
      throw new Error("mine");
    });
    expect(await refused.catch((cause: unknown) => (cause as Error).message), "mine");
    expect([await storage.get("a"), await storage.get("b")], ["2", "3"]);
    const count = (): Promise<void> =>
      storage.change(["n"], (texts) => new Map([["n", String(Number(texts.get("n") ?? "0") + 1)]]));
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await storage.get("n"), "20");
  },
  "names are sorted, and those of a prefix alone": async (storage) => {
    const names = ["p/10", "p/9", "p/", "p", "q/1", "P/1", "p/é", "p/\u{1f511}", "o/z", "p0"];
    for (const name of names) await storage.put(name, name);
    expect(await storage.names("p/"), ["p/", "p/10", "p/9", "p/é", "p/\u{1f511}"]);
    expect(await storage.names(""), [...names].sort());
    expect(await storage.names("none"), []);
  },
  "alone works one after the other, by name": async (storage) => {
    const log: string[] = [];
    const work = (who: string, ms: number) => async (): Promise<string> => {
      log.push(`${who} begins`);
      await pause(ms);
      log.push(`${who} ends`);
      return who;
    };
    const all = [storage.alone("x", work("first", 20)), storage.alone("x", work("second", 0))];
    expect(await Promise.all(all), ["first", "second"]);
    expect(log, ["first begins", "first ends", "second begins", "second ends"]);
    expect(await storage.alone("outer", () => storage.alone("inner", () => Promise.resolve(7))), 7);
  },
  "alone ends with a failure, which is its caller's": async (storage) => {
    const failing = storage.alone("x", () => Promise.reject(new Error("mine")));
    const after = storage.alone("x", () => Promise.resolve("next"));
    expect(await failing.catch((cause: unknown) => (cause as Error).message), "mine");
    expect(await after, "next");
  },
};
