// What was opened last stays for the visit, so that going back and forth in the page
// is not another opening.

import type { Opened } from "../../terminal/open.ts";
import type { DiskFolder } from "./diskfolder.ts";

/** What was opened. */
export interface LastOpened {
  /** The purchase's name in the store. */
  readonly purchase: string;
  /** The wrap's id, 0x… */
  readonly wrap: string;
  readonly opened: Opened;
  readonly folder: DiskFolder;
}

let last: LastOpened | undefined;

/** Keeps what was opened, in place of what was before. */
export async function keepLast(opened: LastOpened): Promise<void> {
  const before = last;
  last = opened;
  await before?.folder.close();
}

/** What was opened of a wrap with a purchase, if it was the last. */
export function lastOpened(purchase: string, wrap: string): Opened | undefined {
  return last?.purchase === purchase && last.wrap === wrap ? last.opened : undefined;
}

/** Removes what was opened of a wrap from the disk. */
export async function forgetLast(wrap: string): Promise<void> {
  if (last?.wrap !== wrap) return;
  const { folder } = last;
  last = undefined;
  await folder.close();
}
