// A ticket that draws itself as SVG. The section is its text: the first line in
// bold, at most seven more below. The code in the corner, for a scanner at the
// door, says ORDER:…/RECEIPT:… in upper-case hexadecimal.

import { FREE, character, flush, put, putByte, putNumber, read, variable } from "./wasi";
import { SIZE, add, begin, dark, draw } from "./qr";

const TEXT: usize = FREE + 0x1000;
const MOST: usize = 0x6000;

const order = variable("SHRINKWRAP_ORDER=0x");
const receipt = variable("SHRINKWRAP_RECEIPT=0x");

function code(): void {
  begin(6 + 64 + 9 + 96);
  label("ORDER:");
  digits(order);
  label("/RECEIPT:");
  digits(receipt);
  draw();
}

/** Adds letters, a colon and a stroke to the code. */
function label(text: string): void {
  for (let i = 0; i < text.length; i++) {
    const c = character(text, i);
    add(c == 47 ? 43 : c == 58 ? 44 : c - 55);
  }
}

function digits(at: usize): void {
  for (; load<u8>(at); at++) {
    const c = load<u8>(at);
    add(c < 58 ? c - 48 : c - 87);
  }
}

/** Draws the runs of dark modules in each row. */
function path(): void {
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      if (!dark(x, y)) continue;
      const from = x;
      while (x < SIZE && dark(x, y)) x++;
      put("M");
      putNumber(from);
      put(" ");
      putNumber(y);
      put("h");
      putNumber(x - from);
    }
  }
}

/** Adds a character of the text to the drawing. */
function letter(c: u32): void {
  if (c == 38) put("&amp;");
  else if (c == 60) put("&lt;");
  else if (c >= 32) putByte(c);
}

/** Draws the text, and below it how the order begins. */
function words(end: usize): void {
  put('<text x="49" y="9" font-weight="bold">');
  let y = 9;
  for (let at = TEXT; at < end; at++) {
    const c = load<u8>(at);
    letter(c);
    if (c != 10 || at + 1 == end) continue;
    if (y == 39) break;
    put('</text><text x="49" y="');
    putNumber(y += 5);
    put('">');
  }
  put('</text><text x="49" y="45" font-size="3">0x');
  for (let at = order; at < order + 16; at++) putByte(load<u8>(at));
}

/** Reads the text, as much of it as there is room for, and returns its end. */
function readText(): usize {
  let end = TEXT;
  let size: usize;
  while ((size = read(end, TEXT + MOST + 1 - end))) end += size;
  if (end <= TEXT + MOST) return end;
  end--;
  while ((load<u8>(end) & 0xc0) == 0x80) end--; // it begins no character; before TEXT are zeros
  return end;
}

const end = readText();
code();
put('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 49" font-family="sans-serif" font-size="4"><path fill="#fff" d="M0 0h120v49H0z"/><path stroke="#000" transform="translate(4 4.5)" d="');
path();
put('"/>');
words(end);
put("</text></svg>\n");
flush();
