// What the tab says while it is in the background: its title, and a mark on its icon.

export type Told = "waiting" | "ready" | "act" | "back";

const words: Readonly<Record<Told, string>> = {
  waiting: "Waiting…",
  ready: "Ready",
  act: "Needs you",
  back: "Money back",
};

/** The tab's title and icon, and what they were before. */
export class Badge {
  readonly #title: string;
  readonly #link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  #before: { readonly title: string; readonly icon: string | null | undefined } | undefined;
  #text = "";

  constructor(title: string) {
    this.#title = title;
  }

  /** Tells how it stands. */
  tell(told: Told): void {
    this.#text = `${words[told]} – ${this.#title}`;
    if (document.title === this.#text) return;
    this.#before ??= { title: document.title, icon: this.#link?.getAttribute("href") };
    document.title = this.#text;
    this.#link?.setAttribute("href", `./icon-${told}.svg`); // public/
  }

  /** Puts back what was there, where nobody else changed it. */
  end(): void {
    if (!this.#before) return;
    const { title, icon } = this.#before;
    if (document.title === this.#text) document.title = title;
    if (icon != null) this.#link?.setAttribute("href", icon);
  }
}
