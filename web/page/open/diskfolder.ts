// The folder on the browser's disk that one opening's large files are in. It is held
// by a lock, which ends with the tab whatever becomes of it, so that the folders of
// visits that are over can be told from those in use, and be removed.

const lockOf = (name: string): string => `shrinkwrap opened ${name}`;

/** A folder for one opening. */
export interface DiskFolder {
  /** What the worker is named. */
  readonly name: string;
  /** Removes what is in it. */
  close(): Promise<void>;
}

/** Takes a new folder, and removes those that nobody uses any more. */
export async function takeDiskFolder(): Promise<DiskFolder> {
  const name = crypto.randomUUID();
  const release = await hold(lockOf(name));
  void sweep().catch(() => undefined); // no disk here: there is nothing to remove
  const close = async (): Promise<void> => {
    release();
    await remove(name).catch(() => undefined); // the next visit removes it
  };
  return { name, close };
}

/** Holds a lock until what it returns is called, or the tab ends. */
function hold(lock: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(lock, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

/** Removes the folders of visits that are over. */
export async function sweep(): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const used = new Set(held.map(({ name }) => name));
  for (const name of await folders()) if (!used.has(lockOf(name))) await remove(name);
}

async function folders(): Promise<string[]> {
  const opened = await (await navigator.storage.getDirectory()).getDirectoryHandle("opened");
  // The library's types do not know that it is iterable.
  const { keys } = opened as unknown as { keys(): AsyncIterable<string> };
  const names: string[] = [];
  for await (const name of keys.call(opened)) names.push(name);
  return names;
}

async function remove(name: string): Promise<void> {
  const opened = await (await navigator.storage.getDirectory()).getDirectoryHandle("opened");
  await opened.removeEntry(name, { recursive: true });
}
