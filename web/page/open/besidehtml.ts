// What a document in HTML shows of its product: taken out of it before it is shown, so
// that no address of it is ever asked for, and put back as the files themselves.
//
// What comes back is what the frame's policy lets it show anyhow: a publisher can put
// the same bytes into the document. Only files that were opened are found (beside.ts),
// as pictures, sounds, films, letters and styles alone, each of a type that the page
// chose; none of them runs, and none is told to anybody.

import type { Beside } from "./beside.ts";
import { Inliner } from "./inlined.ts";
import { styleOf } from "./stylesheet.ts";

const proto = Element.prototype; // of which no name in a document stands in the way
type Filling = (inliner: Inliner) => Promise<void>;

/** What was taken out of a document. */
export interface Taken {
  /** Puts styles back, before the document is shown. */
  style(inliner: Inliner): Promise<void>;
  /** Puts pictures, sounds and films back, one after the other, while it is read. */
  fill(inliner: Inliner, left: AbortSignal): Promise<void>;
}

/** Takes out of a document what is beside it. @param path the document's own */
export function takeBeside(root: Element, path: string, beside: Beside): Taken {
  const find = (selector: string): Element[] => [...proto.querySelectorAll.call(root, selector)];
  const styles = find('link[rel~="stylesheet" i][href]:not([rel~="alternate" i]), style, [style*="url" i]').map((one) =>
    styling(one, path, beside),
  );
  const shown = find("img, audio, video, image, source, track, input").map((one) => showing(one, path, beside));
  return {
    async style(inliner) {
      for (const put of styles) await put?.(inliner);
    },
    async fill(inliner, left) {
      for (const put of shown) if (!left.aborted) await put?.(inliner);
    },
  };
}

function styling(one: Element, path: string, beside: Beside): Filling | undefined {
  const get = (name: string): string => proto.getAttribute.call(one, name) ?? "";
  if (proto.matches.call(one, "style")) {
    return async (inliner) => void (one.textContent = await styleOf(one.textContent, path, beside, inliner));
  }
  if (!proto.matches.call(one, "link")) {
    return async (inliner) => proto.setAttribute.call(one, "style", await styleOf(get("style"), path, beside, inliner));
  }
  const file = beside.find(path, get("href"))?.file;
  if (!file) return undefined;
  const made = one.ownerDocument.createElement("style");
  proto.setAttribute.call(made, "media", get("media"));
  proto.replaceWith.call(one, made);
  return async (inliner) => {
    const text = await inliner.style(file);
    if (text !== undefined) made.textContent = await styleOf(text, file.path, beside, inliner);
  };
}

const carrying = ["src", "srcset", "poster", "href", "xlink:href"];

/** Takes its addresses out of an element that shows something. */
function showing(one: Element, path: string, beside: Beside): Filling | undefined {
  const taken = new Map<string, string>();
  for (const name of carrying) {
    const address = proto.getAttribute.call(one, name);
    if (address === null || /^data:/i.test(address)) continue;
    taken.set(name, address);
    proto.removeAttribute.call(one, name);
  }
  const put = (name: string, address: string | undefined, ...kinds: Kinds): Filling | undefined => {
    const file = address === undefined ? undefined : beside.find(path, address)?.file;
    return (
      file &&
      (async (inliner) => {
        const url = await inliner.media(file, ...kinds);
        if (url !== undefined) proto.setAttribute.call(one, name, url);
      })
    );
  };
  const is = (selector: string): boolean => proto.matches.call(one, selector);
  if (is("img")) return put("src", taken.get("src") ?? firstOf(taken.get("srcset")), "image", "drawing");
  if (is("image")) return put("href", taken.get("href") ?? taken.get("xlink:href"), "image", "drawing");
  if (!is("audio, video")) return undefined;
  proto.removeAttribute.call(one, "autoplay");
  const source = taken.get("src") ?? sourceOf(one);
  const sound = put("src", source, "audio", "video");
  const poster = put("poster", taken.get("poster"), "image", "drawing");
  return async (inliner) => {
    await poster?.(inliner);
    await sound?.(inliner);
  };
}

type Kinds = Parameters<Inliner["media"]> extends [unknown, ...infer Rest] ? Rest : never;

/** The first address of a set. */
function firstOf(set: string | undefined): string | undefined {
  return set?.trim().split(/[\s,]/, 1)[0];
}

/** The first address that a player lists; it is looked at before that is taken out. */
function sourceOf(player: Element): string | undefined {
  const source = proto.querySelector.call(player, "source[src]");
  return source ? (proto.getAttribute.call(source, "src") ?? undefined) : undefined;
}
