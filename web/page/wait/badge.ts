// What the tab says while it is in the background: its title, and a mark on its icon.

export type Told = "waiting" | "ready" | "act" | "back";

const words: Readonly<Record<Told, string>> = {
  waiting: "Waiting…",
  ready: "Ready",
  act: "Needs you",
  back: "Money back",
};
const marks: Readonly<Record<Told, string>> = { waiting: "#b98300", ready: "#1d7a55", act: "#b3261e", back: "#1b5fd0" };

/** The tab's title and icon, and what they were before. */
export class Badge {
  readonly #title: string;
  readonly #link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  readonly #icon = this.#link?.getAttribute("href");
  #before: string | undefined;
  #url: string | undefined;
  #told: Told | undefined;
  #text = "";

  constructor(title: string) {
    this.#title = title;
  }

  /** Tells how it stands. */
  tell(told: Told): void {
    const text = `${words[told]} – ${this.#title}`;
    if (this.#told === told && document.title === text) return;
    this.#before ??= document.title;
    this.#told = told;
    this.#text = text;
    document.title = text;
    this.#draw(marks[told]);
  }

  /** Puts back what was there, where nobody else changed it. */
  end(): void {
    if (this.#before !== undefined && document.title === this.#text) document.title = this.#before;
    if (this.#icon != null) this.#link?.setAttribute("href", this.#icon);
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }

  #draw(colour: string): void {
    const old = this.#url;
    this.#url = URL.createObjectURL(new Blob([picture(colour)], { type: "image/svg+xml" }));
    this.#link?.setAttribute("href", this.#url);
    if (old !== undefined) URL.revokeObjectURL(old);
  }
}

function picture(colour: string): string {
  const box = '<path d="M16 2.5 28.5 9v14L16 29.5 3.5 23V9Z M3.5 9 16 15.5 28.5 9M16 15.5v14"/>';
  const drawn = `<g fill="#fff" stroke="#1d5c4b" stroke-width="2.4" stroke-linejoin="round">${box}</g>`;
  const dot = `<circle cx="23" cy="23" r="8" fill="${colour}" stroke="#fff" stroke-width="2"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn}${dot}</svg>`;
}
