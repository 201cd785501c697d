// Codes for other devices to scan (ISO/IEC 18004), drawn by this page itself.

import encodeQR from "qr";

const quiet = 4; // modules around a code, which the standard asks for

/** Draws a text as a code: black on white in any colour scheme, with its quiet zone. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const modules = encodeQR(text, "raw", { ecc: "low", border: quiet });
  const make = <K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Record<string, string>,
  ): SVGElementTagNameMap[K] => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const size = String(modules.length);
  const svg = make("svg", {
    viewBox: `0 0 ${size} ${size}`,
    class: "qr",
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  svg.append(
    make("rect", { width: size, height: size, fill: "#fff" }),
    make("path", { d: pathOf(modules), fill: "#000" }),
  );
  return svg;
}

/** The dark modules as a path: a rectangle for each run of a row. */
export function pathOf(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from} ${y}h${x - from + 1}v1H${from}z`);
    }
  });
  return runs.join("");
}
