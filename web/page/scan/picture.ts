// Pictures of codes: drawn to pixels here, searched by a worker, so that the page
// never stands still.

import type { Answer, Question } from "./pictureworker.ts";

/** What was found in a picture. */
export type Found = Omit<Answer, "number">;

const largestSide = 2400;
const smallestSide = 32;
const drawnSide = 1200; // of what has no pixels of its own

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, (found: Found) => void>();

/** Searches pixels for a code. Milliseconds bound how long it tries again. */
export function search({ data, width, height }: ImageData, milliseconds: number): Promise<Found> {
  worker ??= start();
  const number = count++;
  const question: Question = { number, pixels: data, width, height, milliseconds };
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    worker!.postMessage(question, [data.buffer]);
  });
}

/**
 * Reads the code in a picture file.
 * @throws Error when it is no picture, or shows no code
 */
export async function decodePicture(file: Blob): Promise<string> {
  const picture = await open(file);
  const longest = Math.max(picture.width, picture.height);
  // A code may be fine in a small picture, or a small part of a large one.
  for (const side of [1200, largestSide]) {
    const { text } = await search(pixelsOf(picture, Math.min(1, side / longest)), 1500);
    if (text !== undefined) return text;
    if (longest <= side) break;
  }
  throw new Error("no code was found in this picture: take it straight on, in focus, with some white around the code");
}

/** A picture that can be drawn, and how large it is in pixels. */
interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

async function open(file: Blob): Promise<Picture> {
  try {
    const source = await createImageBitmap(file);
    return { source, width: source.width, height: source.height };
  } catch {
    return openImage(file);
  }
}

/** Opens what is no bitmap, such as SVG: as an image, in which no script runs. */
async function openImage(file: Blob): Promise<Picture> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } catch (cause) {
    throw new Error("this file is no picture that your browser can show", { cause });
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const scale = drawnSide / Math.max(image.naturalWidth, image.naturalHeight, 1);
  return { source: image, width: image.naturalWidth * scale, height: image.naturalHeight * scale };
}

/** Draws a picture on white. */
function pixelsOf(picture: Picture, scale: number): ImageData {
  const width = Math.max(smallestSide, Math.round(picture.width * scale));
  const height = Math.max(smallestSide, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture.source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function start(): Worker {
  const made = new Worker(new URL("./pictureworker.ts", import.meta.url), { type: "module" });
  made.addEventListener("message", ({ data: { number, ...found } }: MessageEvent<Answer>) => {
    waiting.get(number)?.(found);
    waiting.delete(number);
  });
  return made;
}
