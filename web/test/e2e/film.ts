// Films for a camera that there is not, as Chromium plays them in its place
// (--use-file-for-fake-video-capture).

const size = { width: 1280, height: 720 };
const frames = 10;

/** A film (YUV4MPEG2) in which a code comes closer, grey on brown. */
export function filmOf(modules: readonly boolean[][]): Buffer {
  const parts = [Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F10:1 Ip A1:1 C420jpeg\n`)];
  for (let n = 0; n < frames; n++) parts.push(Buffer.from("FRAME\n"), frameOf(modules, 480 + (220 * n) / frames));
  return Buffer.concat(parts);
}

function frameOf(modules: readonly boolean[][], side: number): Buffer<ArrayBuffer> {
  const luma = Buffer.alloc(size.width * size.height, 90);
  const [left, top] = [(size.width - side) / 2, (size.height - side) / 2];
  for (let y = 0; y < size.height; y++) {
    const row = modules[Math.floor(((y - top) / side) * modules.length)];
    for (let x = 0; row && x < size.width; x++) {
      const dark = row[Math.floor(((x - left) / side) * modules.length)];
      if (dark !== undefined) luma[y * size.width + x] = dark ? 50 : 200;
    }
  }
  return Buffer.concat([luma, Buffer.alloc(luma.length / 2, 128)]);
}
