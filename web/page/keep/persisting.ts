// Asking the browser not to clear what is kept here when it needs the space (Storage, WHATWG).

let asked: Promise<boolean> | undefined;

/** Asks, once in a visit, and says whether the browser promised. Some ask their user first. */
export function askToPersist(): Promise<boolean> {
  asked ??= ask().then((promised) => {
    if (!promised) asked = undefined; // it may change its mind when more is kept
    return promised;
  });
  return asked;
}

/** Whether the browser promised before; asks nobody. */
export async function isPersistent(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}

async function ask(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
