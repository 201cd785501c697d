// Sizes for people.

const units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

/** A number of bytes: "247 B", "1.2 MB". */
export function sizeText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
