// Unicode's simple case folding (CaseFolding.txt, status C and S), of Unicode
// 15.0 and no other: what a tar may hold must not depend on the engine that
// judges it (spec 6.8), and engines come with the Unicode of their year.

// The smallest character of each that folds as another does. An item is
//
//	skip from the end of the item before, hexadecimal
//	-n or /n    n more characters follow, each or each other one
//	:d          d is taken from their numbers
const table =
  "61-19:20 66-16:20 2-6:20 3/17:1 4/2:1 3/7:1 3/16:1 1:79 2/2:1 1:12c 4/1:1 3:1 4:1 6:1 7:1 8/2:1 3:1 5:1 " +
  "3:1 4/1:1 3:1 4:1 8:1 1:2 2:1 1:2 2:1 1:2 2/7:1 1:4f 2/8:1 3:1 1:2 2:1 1:61 1:38 2/13:1 1:82 3/8:1 9:1 " +
  "1:a3 5:1 1:c3 4/4:1 4:d2 1:ce 2-1:cd 2:ca 2:cb 5:cd 3:cf 5:d1 1:d3 6:d3 3:d5 3:d6 b:da 3:da 5:da 1:45 " +
  "1-1:d9 1:47 6:db df/1:1 4:1 22:54 3:2e7 10:26 1-2:25 2-7:20 1:74 1-1:20 1:307 1-4:20 1:1f 1-8:20 1:40 " +
  "1-1:3f 2:3e 1:39 4:2f 1:36 1:8 2/b:1 1:56 1:50 2:74 1:5c 1:60 3:1 1:7 2:1 2-2:82 31-1f:20 1-f:50 2/10:1 " +
  "a/1a:1 3/6:1 1:f 2/2f:1 32-25:30 e72-5:8 883:186e 1:186d 1:1864 1-1:1862 1:1863 1:185c 1:1825 9-2a:bc0 " +
  "3-2:bc0 142/4a:1 6:3b 3:1dbf 3/2f:1 9-7:8 9-5:8 b-7:8 9-7:8 9-5:8 c/3:8 9-7:8 19-7:8 9-7:8 9-7:8 9-1:8 " +
  "1-1:4a 1:9 2:1c79 a-3:56 1:9 c-1:8 1-1:64 d-1:8 1-1:70 1:7 c-1:80 1-1:7e 1:9 12a:1d7d 4:20df 1:2066 " +
  "23:1c 22-f:10 5:1 34c-19:1a 747-2f:30 2:1 1:29f7 1:ee6 1:29e7 1:2a2b 1:2a28 2/2:1 1:2a1c 1:29fd 1:2a1f " +
  "1:2a1e 3:1 3:1 8-1:2a3f 2/31:1 9/1:1 5:1 d-25:1c60 2:1c60 6:1c60 7914/4:1 1:89c2 1:89c3 2/10:1 14/d:1 " +
  "88/6:1 4/1e:1 b/1:1 1:8a04 2/4:1 5:1 1:a528 4/1:1 4/9:1 1:a544 1:a54f 1:a54b 1:a541 1:a544 2:a512 " +
  "1:a52a 1:a515 3/7:1 1:30 1:a543 1:8a38 2/1:1 7:1 6/1:1 1d:1 35d:3a0 1d-4f:97d0 5382-19:20 4ce-27:28 " +
  "89-23:28 9c-a:27 2-e:27 2-6:27 2-1:27 704-32:40 bce-1f:20 5581-1f:20 7aa3-21:22";

/** Of each character that is not the smallest of those that fold as it does, that one. */
const smallest: ReadonlyMap<number, number> = readTable();

/** A key that two texts share if and only if they are equal under simple case folding. */
export function foldCase(text: string): string {
  return Array.from(text, (c) => {
    const to = smallest.get(c.codePointAt(0)!);
    return to === undefined ? c : String.fromCodePoint(to);
  }).join("");
}

function readTable(): Map<number, number> {
  const out = new Map<number, number>();
  let at = 0;
  for (const item of table.trim().split(" ")) {
    const [, skip, step, more, down] = /^([0-9a-f]+)(?:([-/])([0-9a-f]+))?:([0-9a-f]+)$/.exec(item)!;
    at += Number.parseInt(skip!, 16);
    out.set(at, at - Number.parseInt(down!, 16));
    for (let n = Number.parseInt(more ?? "0", 16); n > 0; n--) {
      at += step === "/" ? 2 : 1;
      out.set(at, at - Number.parseInt(down!, 16));
    }
  }
  return out;
}
