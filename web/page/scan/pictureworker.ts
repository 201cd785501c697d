// The worker that searches pictures for codes.

import decodeQR from "qr/decode.js";

/** A picture to be searched, 4 bytes a pixel. */
export interface Question {
  number: number;
  pixels: Uint8ClampedArray;
  width: number;
  height: number;
  milliseconds: number;
}

/** What was found: the text, and the corners of what looks like a code. */
export interface Answer {
  number: number;
  text?: string;
  outline?: { x: number; y: number }[];
}

const effort = 8;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { number, pixels, width, height, milliseconds } = data;
  const answer: Answer = { number };
  try {
    answer.text = decodeQR(
      { width, height, data: pixels },
      {
        effort,
        timeLimit: milliseconds,
        pointsOnDetect: ({ outline }) => {
          answer.outline = outline.map(({ x, y }) => ({ x, y }));
        },
      },
    );
  } catch {
    // No code, or none that can be read: the answer has no text.
  }
  self.postMessage(answer);
});
