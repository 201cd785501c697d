// The browser's own database on this device (IndexedDB), and the promises of it.

import { Failure } from "../../terminal/failure.ts";

const name = "shrinkwrap";

/** What is kept: products, their files and signers by the library, texts by the terminal. */
const stores: Readonly<Record<string, IDBObjectStoreParameters | undefined>> = {
  products: { keyPath: "id" },
  signers: { keyPath: "address" },
  texts: undefined,
  wraps: undefined,
};
const version = 3; // 1 had no texts, 2 no wraps

let opened: Promise<IDBDatabase> | undefined;

/** The database, opened once. A newer page of another tab may take it over. @throws Failure "refused" */
export function database(): Promise<IDBDatabase> {
  const opening = (opened ??= open());
  opening.catch(() => forget(opening));
  return opening;
}

function forget(opening: Promise<IDBDatabase>): void {
  if (opened === opening) opened = undefined;
}

function open(): Promise<IDBDatabase> {
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = ask();
    // Stores are added and none is taken away: what an older page kept stays.
    request.onupgradeneeded = () => {
      const there = request.result.objectStoreNames;
      for (const [store, parameters] of Object.entries(stores))
        if (!there.contains(store)) request.result.createObjectStore(store, parameters);
    };
    let late = false;
    request.onblocked = () => {
      late = true;
      reject(refusal(undefined, "another tab holds it with an older page", "close the other tabs of this page"));
    };
    request.onsuccess = () => {
      const found = request.result;
      found.onversionchange = found.onclose = () => {
        found.close();
        forget(opening);
      };
      if (late) found.close();
      else resolve(found);
    };
    request.onerror = () => reject(nothingKept(request.error));
  });
  return opening;
}

function ask(): IDBOpenDBRequest {
  try {
    return indexedDB.open(name, version);
  } catch (cause) {
    throw nothingKept(cause);
  }
}

/** What a request gives. @throws Failure "refused" */
export function answer<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(nothingKept(request.error));
  });
}

/** When all of a transaction is written. @throws Failure "refused" */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(nothingKept(transaction.error));
  });
}

/** Why nothing is kept, by the names that browsers give to it (Indexed Database API 3.0, W3C), and what to do. */
export function nothingKept(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const kind = cause instanceof Error ? cause.name : "";
  if (kind === "QuotaExceededError")
    return refusal(cause, "there is no room left", "remove products that you do not need, or make room on the disk");
  if (kind === "VersionError")
    return refusal(
      cause,
      "a newer page of another tab has taken it over",
      "close all tabs of this page, and open it again",
    );
  const words = cause instanceof Error && cause.message !== "" ? `it refuses (${cause.message})` : "it refuses";
  return refusal(cause, words, "leave the private window, or allow this site to keep data in the browser's settings");
}

function refusal(cause: unknown, why: string, hint: string): Failure {
  return new Failure("refused", `this browser keeps nothing here: ${why}`, [hint], cause);
}
