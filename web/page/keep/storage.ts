// The terminal's store in a browser: seed, purchases and settings, each a text by its name.

import { Failure } from "../../terminal/failure.ts";
import type { Storage, Texts } from "../../terminal/storage.ts";
import { answer, database, done, nothingKept } from "./database.ts";
import { askToPersist } from "./persisting.ts";

/** A store in the browser's database, which all tabs of this origin share. Its failures are "refused". */
export class BrowserStorage implements Storage {
  async get(name: string): Promise<string | undefined> {
    return answer<string | undefined>((await texts("readonly")).get(name));
  }

  async put(name: string, text: string): Promise<void> {
    const store = await texts("readwrite");
    const written = done(store.transaction);
    store.put(text, name);
    await written;
  }

  // Read and written in one transaction: of two tabs one makes the seed. Before there
  // is a first thing that must not be lost, the browser is asked not to clear it.
  async add(name: string, text: string): Promise<string> {
    void askToPersist();
    const store = await texts("readwrite");
    const written = done(store.transaction);
    const reading = answer<string | undefined>(store.get(name)).then((there) => {
      if (there === undefined) store.put(text, name);
      return there ?? text;
    });
    const [there] = await Promise.all([reading, written]);
    return there;
  }

  // One transaction, which a crash leaves as if it had not begun (Indexed Database API 3.0, W3C).
  async change(names: readonly string[], work: (texts: Texts) => Texts): Promise<void> {
    const store = await texts("readwrite");
    const { transaction } = store;
    const written = done(transaction);
    const reading = Promise.all(names.map((name) => answer<string | undefined>(store.get(name)))).then((there) => {
      try {
        const found = names.flatMap((name, i) => (there[i] === undefined ? [] : [[name, there[i]] as const]));
        for (const [name, text] of work(new Map(found))) store.put(text, name);
      } catch (cause) {
        transaction.abort();
        throw cause;
      }
    });
    const [read, wrote] = await Promise.allSettled([reading, written]);
    for (const one of [read, wrote]) if (one.status === "rejected") throw one.reason as unknown;
  }

  // Texts are sorted by their UTF-16 code units, as a list's sort does; U+FFFF is no character.
  async names(prefix: string): Promise<string[]> {
    const range = prefix === "" ? undefined : IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await answer<IDBValidKey[]>((await texts("readonly")).getAllKeys(range))).map(String);
  }

  /** Locks (Web Locks, W3C) are shared by all tabs, and end with theirs. */
  async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks)
      throw new Failure("refused", "this browser cannot keep two tabs from paying at once", [
        "open this page by https, or on this computer",
      ]);
    return locks.request(`shrinkwrap ${name}`, work) as Promise<T>;
  }
}

// "strict": written to the disk when the promise resolves, not to a buffer that a
// power failure would take.
async function texts(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opened = await database();
  try {
    return opened.transaction("texts", mode, { durability: "strict" }).objectStore("texts");
  } catch (cause) {
    throw nothingKept(cause); // it was closed in between
  }
}

/** The store of this page. */
export const storage: Storage = new BrowserStorage();
