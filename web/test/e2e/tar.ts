// Folders as publishers seal them (spec 6.3): a tar in byte order of its names.

/** Makes a tar of texts by their paths; a path that ends in a slash is a folder. */
export function tarOf(files: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(files).flatMap(([path, text]) => {
    const bytes = Buffer.from(text);
    return [headerOf(path, bytes.length), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** A header of ustar (POSIX 1003.1, pax). */
function headerOf(path: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const folder = path.endsWith("/");
  header.write(path, 0);
  header.write(folder ? "0000755\0" : "0000644\0", 100);
  for (const at of [108, 116]) header.write("0000000\0", at);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write(folder ? "5" : "0", 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
