// Where a terminal keeps what must not be lost: a few small texts by name. In a page
// it is IndexedDB.

/** Texts by their names. A name that has none is missing. */
export type Texts = ReadonlyMap<string, string>;

/** A durable store. What a call wrote is on disk when its promise resolves. */
export interface Storage {
  /** The text of a name, undefined for none. */
  get(name: string): Promise<string | undefined>;
  /** Writes a text, over what was there. */
  put(name: string, text: string): Promise<void>;
  /** Writes a text unless there is one, and returns the one that is there then: one writer wins. */
  add(name: string, text: string): Promise<string>;
  /**
   * Reads texts and writes what work makes of them, all of it or nothing, while nobody
   * else writes: a crash leaves what was there. work does not wait for anything.
   */
  change(names: readonly string[], work: (texts: Texts) => Texts): Promise<void>;
  /** The names that begin so, sorted. */
  names(prefix: string): Promise<string[]>;
  /** Works while nobody else does under this name, in whatever tab or process shares the store. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A store in memory, which ends with its process. */
export class MemoryStorage implements Storage {
  readonly #texts = new Map<string, string>();
  readonly #last = new Map<string, Promise<unknown>>();

  get(name: string): Promise<string | undefined> {
    return Promise.resolve(this.#texts.get(name));
  }

  put(name: string, text: string): Promise<void> {
    this.#texts.set(name, text);
    return Promise.resolve();
  }

  add(name: string, text: string): Promise<string> {
    const there = this.#texts.get(name) ?? text;
    this.#texts.set(name, there);
    return Promise.resolve(there);
  }

  change(names: readonly string[], work: (texts: Texts) => Texts): Promise<void> {
    return Promise.resolve().then(() => {
      const there = names
        .filter((name) => this.#texts.has(name))
        .map((name) => [name, this.#texts.get(name)!] as const);
      for (const [name, text] of [...work(new Map(there))]) this.#texts.set(name, text);
    });
  }

  names(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.#texts.keys()].filter((name) => name.startsWith(prefix)).sort());
  }

  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(name) ?? Promise.resolve()).then(work, work);
    this.#last.set(name, mine);
    return mine;
  }
}
