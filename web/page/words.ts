// Texts as sentences, and failures in words.

import { Failure, said } from "../terminal/failure.ts";

/** A text with a capital at its beginning. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Words as a sentence: with a capital, and ended. */
export function sentence(words: string): string {
  const text = words.trim();
  return capital(/[.!?]$/.test(text) ? text : `${text}.`);
}

/** What failed, and what can be done about it, in a line. */
export function failureText(cause: unknown): string {
  return [said(cause), ...hintsOf(cause)].join("; ");
}

/** What failed, and what can be done about it, as sentences. */
export function failureSentences(cause: unknown): string {
  return [said(cause), ...hintsOf(cause)].map(sentence).join(" ");
}

function hintsOf(cause: unknown): readonly string[] {
  return cause instanceof Failure ? cause.hints : [];
}
