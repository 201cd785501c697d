// Links without addresses: what a browser could go to by itself leads out of the page.

/** Makes something a link that has no address, so that no browser goes there by itself. */
export function makeLink(one: Element, go: () => void): void {
  Element.prototype.setAttribute.call(one, "role", "link");
  Element.prototype.setAttribute.call(one, "tabindex", "0");
  const listener = (event: Event): void => {
    if (event.type === "keydown" && (event as KeyboardEvent).key !== "Enter") return;
    go();
  };
  one.addEventListener("click", listener);
  one.addEventListener("keydown", listener);
}
