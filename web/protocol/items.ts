// Reading lists of RLP member by member, with what their form asks of each.

import { toNumber } from "./bytes.ts";
import type { Item } from "./rlp.ts";
import { decodeText } from "./text.ts";

/** Reads the items of one list in their order. */
export class Items {
  readonly #name: string;
  readonly #items: readonly Item[];
  #at = 0;

  /**
   * @param name what the list is, for messages
   * @param count how many items it has
   * @throws RangeError for bytes in place of a list, and another number of items
   */
  constructor(name: string, item: Item, count: number) {
    this.#name = name;
    this.#items = listOf(name, item);
    if (this.#items.length !== count) throw new RangeError(`${name} has ${this.#items.length} items, want ${count}`);
  }

  /** The next item. */
  item(): Item {
    return this.#items[this.#at++]!;
  }

  /** The next item, bytes of a length between two, or of the only one. */
  bytes(name: string, least: number, most = least): Uint8Array {
    return bytesOf(`${this.#name}'s ${name}`, this.item(), least, most);
  }

  /** The next item, text of so many bytes. */
  text(name: string, least: number, most: number): string {
    return decodeText(this.bytes(name, least, most));
  }

  /** The next item, an integer below a limit. */
  integer(name: string, limit: bigint): bigint {
    return integerOf(`${this.#name}'s ${name}`, this.item(), limit);
  }

  /** The next item, a list of at most so many. */
  list(name: string, least: number, most: number): readonly Item[] {
    const items = listOf(`${this.#name}'s ${name}`, this.item());
    if (items.length < least || items.length > most) {
      throw new RangeError(`${this.#name} has ${items.length} ${name}, from ${least} to ${most} are allowed`);
    }
    return items;
  }
}

/** Takes bytes of a length between two. */
export function bytesOf(name: string, item: Item, least: number, most: number): Uint8Array {
  if (!(item instanceof Uint8Array)) throw new RangeError(`${name} is a list, not bytes`);
  if (item.length < least || item.length > most) {
    throw new RangeError(`${name} has ${item.length} bytes, from ${least} to ${most} are allowed`);
  }
  return item;
}

/** Takes an integer without leading zeros below a limit. */
export function integerOf(name: string, item: Item, limit: bigint): bigint {
  const bytes = bytesOf(name, item, 0, 8);
  if (bytes[0] === 0) throw new RangeError(`${name} is an integer with a leading zero`);
  const n = toNumber(bytes);
  if (n >= limit) throw new RangeError(`${name} ${n} is not below ${limit}`);
  return n;
}

/** Takes a list. */
export function listOf(name: string, item: Item): readonly Item[] {
  if (item instanceof Uint8Array) throw new RangeError(`${name} is bytes, not a list`);
  return item;
}
