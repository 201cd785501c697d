// Text that people are shown (spec 1): UTF-8 in which nothing hides.

// Default_Ignorable_Code_Point of Unicode 15, and U+FFF9–U+FFFB.
const invisible =
  /[\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{fe00}-\u{fe0f}\u{feff}\u{ffa0}\u{fff0}-\u{fffb}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
const selector = /[\u{180b}-\u{180d}\u{180f}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u;
const joiner = /[\u{200c}\u{200d}]/u;
const control = /[\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}]/u;
const space = /\p{White_Space}/u;
const base = /[#*0-9©®]/u;

/**
 * Reads text from its bytes.
 * @throws RangeError for what is not UTF-8, and as {@link checkText} does
 */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    // With ignoreBOM a mark stays where it is, and is refused as invisible.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RangeError("text is not utf-8");
  }
  checkText(text);
  return text;
}

/**
 * Checks text: no control characters, and nothing invisible but joiners and
 * variation selectors where they show.
 * @throws RangeError with the character's number
 */
export function checkText(text: string): void {
  if (!text.isWellFormed()) throw new RangeError("text has half a surrogate pair");
  const characters = [...text];
  characters.forEach((c, i) => {
    if (control.test(c)) throw new RangeError(`text has the control character ${number(c)}`);
    if (invisible.test(c) && !mayStand(characters, i)) {
      throw new RangeError(`text has the invisible character ${number(c)}`);
    }
  });
}

/** Whether the invisible character at i is one that changes how its neighbours look. */
function mayStand(characters: string[], i: number): boolean {
  const [before, it, behind] = [characters[i - 1] ?? "", characters[i]!, characters[i + 1] ?? ""];
  if (joiner.test(it)) return (shows(before) || selector.test(before)) && shows(behind);
  return selector.test(it) && (shows(before) || base.test(before));
}

function shows(c: string): boolean {
  return c !== "" && c.codePointAt(0)! >= 0x600 && !invisible.test(c) && !space.test(c);
}

/** U+ and the number of a character, which nobody would see in a message. */
function number(c: string): string {
  return `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
