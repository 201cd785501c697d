// The terminal's store in a browser: seed, purchases and settings, each a text by its name.

import type { Storage } from "../../terminal/storage.ts";
import { answer, database, done } from "./database.ts";

/** A store in the browser's database, which all tabs of this origin share. */
export class BrowserStorage implements Storage {
  async get(name: string): Promise<string | undefined> {
    return answer<string | undefined>((await texts("readonly")).get(name));
  }

  async put(name: string, text: string): Promise<void> {
    const store = await texts("readwrite");
    store.put(text, name);
    await done(store.transaction);
  }

  // Read and written in one transaction: of two tabs one makes the seed.
  async add(name: string, text: string): Promise<string> {
    const store = await texts("readwrite");
    const finished = done(store.transaction);
    const there = await answer<string | undefined>(store.get(name));
    if (there === undefined) store.put(text, name);
    await finished;
    return there ?? text;
  }

  async names(prefix: string): Promise<string[]> {
    const range = prefix === "" ? undefined : IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await answer<IDBValidKey[]>((await texts("readonly")).getAllKeys(range))).map(String);
  }

  /** Locks (Web Locks, W3C) are shared by all tabs, and end with theirs. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    return navigator.locks.request(`shrinkwrap ${name}`, work) as Promise<T>;
  }
}

// "strict": written to the disk when the promise resolves, not to a buffer that a
// power failure would take.
async function texts(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction("texts", mode, { durability: "strict" }).objectStore("texts");
}

/** The store of this page. */
export const storage: Storage = new BrowserStorage();
