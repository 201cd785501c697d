// A frame that is no taller than what is in it: two lines do not stand in an empty sheet.

/** Fits a frame to its document now, and whenever a picture of it has come. */
export function fit(frame: HTMLIFrameElement, root: Element): void {
  const measure = (): void => {
    // At its full height each time: of a document that asks for a share of the frame, a
    // smaller one would make a smaller one again.
    frame.style.height = "";
    const isScrolled = root.scrollHeight > root.clientHeight;
    if (!isScrolled) frame.style.height = `${Math.ceil(root.getBoundingClientRect().height) + border}px`;
  };
  measure();
  root.addEventListener("load", measure, true);
}

const border = 2; // pixels, above and below
