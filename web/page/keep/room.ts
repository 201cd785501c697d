// Whether there is room for something large on this device.

const spare = 32 << 20; // bytes left for purchases, which are small and must never fail

/** Whether the browser has room for so many bytes; where it does not say, writing them will tell. */
export async function roomFor(bytes: number): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined) return true;
  return (estimate.usage ?? 0) + bytes + spare <= estimate.quota;
}
