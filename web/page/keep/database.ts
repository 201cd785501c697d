// The browser's own database on this device (IndexedDB), and the promises of it.

const name = "shrinkwrap";

/** What is kept: products and their signers by the library, texts by the terminal. */
const stores: Readonly<Record<string, IDBObjectStoreParameters | undefined>> = {
  products: { keyPath: "id" },
  signers: { keyPath: "address" },
  texts: undefined,
};
const version = 2; // 1 had no texts

let opened: Promise<IDBDatabase> | undefined;

/** The database, opened once. A newer page of another tab may take it over. */
export function database(): Promise<IDBDatabase> {
  opened ??= open().catch((cause: unknown) => {
    opened = undefined;
    throw cause;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const there = request.result.objectStoreNames;
      for (const [store, parameters] of Object.entries(stores))
        if (!there.contains(store)) request.result.createObjectStore(store, parameters);
    };
    request.onsuccess = () => {
      const found = request.result;
      found.onversionchange = () => {
        found.close();
        opened = undefined;
      };
      resolve(found);
    };
    request.onerror = () => reject(request.error ?? new Error("the browser gives no place to keep things"));
  });
}

/** What a request gives. */
export function answer<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error("what is kept here cannot be read"));
  });
}

/** When all of a transaction is written. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("nothing can be kept here"));
  });
}
