// What a file is, and whether it can be shown in the page: by the media type that its
// publisher signed, or, where he signed none, by the end of its name. Neither is
// believed: what is to be shown has to begin as such a file begins, and is handed to
// the browser under a type of this list alone.

/** How a file is shown; what is "other" is only saved. */
export type Kind = "prose" | "code" | "markdown" | "html" | "image" | "drawing" | "audio" | "video" | "pdf" | "other";

/** What a file says that it is. */
export interface FileType {
  readonly kind: Kind;
  /** The type that a blob of it is shown under; of what is only saved, that of any bytes. */
  readonly media: string;
  /** For people: "picture (PNG)". */
  readonly words: string;
}

type Row = readonly [media: string, kind: Kind, words: string, endings?: string];

const rows: readonly Row[] = [
  ["text/plain", "prose", "text", "txt text"],
  ["text/markdown", "markdown", "text (Markdown)", "md markdown"],
  ["text/html", "html", "web page", "html htm"],
  ["application/xhtml+xml", "html", "web page", "xhtml"],
  ["text/csv", "code", "table (CSV)", "csv"],
  ["text/css", "code", "style sheet", "css"],
  ["text/javascript", "code", "JavaScript", "js mjs"],
  ["application/json", "code", "data (JSON)", "json"],
  ["application/xml", "code", "data (XML)", "xml"],
  ["text/xml", "code", "data (XML)"],
  [
    "text/x-source",
    "code",
    "source code",
    "c h cc cpp go rs py rb java ts tsx jsx kt sh sol toml yaml yml ini log sql tex",
  ],
  ["text/vcard", "code", "contact", "vcf"],
  ["text/calendar", "code", "calendar", "ics"],
  ["image/png", "image", "picture (PNG)", "png"],
  ["image/jpeg", "image", "picture (JPEG)", "jpg jpeg"],
  ["image/gif", "image", "picture (GIF)", "gif"],
  ["image/webp", "image", "picture (WebP)", "webp"],
  ["image/avif", "image", "picture (AVIF)", "avif"],
  ["image/bmp", "image", "picture (BMP)", "bmp"],
  ["image/svg+xml", "drawing", "drawing (SVG)", "svg"],
  ["audio/mpeg", "audio", "sound (MP3)", "mp3"],
  ["audio/ogg", "audio", "sound (Ogg)", "ogg oga opus"],
  ["audio/wav", "audio", "sound (WAV)", "wav"],
  ["audio/flac", "audio", "sound (FLAC)", "flac"],
  ["audio/mp4", "audio", "sound (MP4)", "m4a m4b"],
  ["audio/webm", "audio", "sound (WebM)", "weba"],
  ["video/mp4", "video", "film (MP4)", "mp4 m4v"],
  ["video/webm", "video", "film (WebM)", "webm"],
  ["video/ogg", "video", "film (Ogg)", "ogv"],
  ["application/pdf", "pdf", "document (PDF)", "pdf"],
  ["application/epub+zip", "other", "book (EPUB)", "epub"],
  ["application/zip", "other", "archive (ZIP)", "zip"],
  ["application/gzip", "other", "archive (gzip)", "gz tgz"],
  ["application/x-tar", "other", "archive (tar)", "tar"],
  ["application/wasm", "other", "program (WebAssembly)", "wasm"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "other", "document (Word)", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "other", "table (Excel)", "xlsx"],
  ["application/vnd.oasis.opendocument.text", "other", "document (OpenDocument)", "odt"],
  ["font/ttf", "other", "font", "ttf"],
  ["font/otf", "other", "font", "otf"],
  ["font/woff2", "other", "font", "woff2"],
];

const aliases: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "audio/mp3": "audio/mpeg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/x-flac": "audio/flac",
  "audio/x-m4a": "audio/mp4",
  "application/ogg": "audio/ogg",
  "application/x-pdf": "application/pdf",
  "application/javascript": "text/javascript",
  "text/x-markdown": "text/markdown",
};

const byMedia = new Map(rows.map(([media, kind, words]) => [media, { kind, media: shownAs(kind, media), words }]));
const byEnding = new Map(
  rows.flatMap(([media, , , endings = ""]) =>
    endings
      .split(" ")
      .filter(Boolean)
      .map((end) => [end, media]),
  ),
);

function shownAs(kind: Kind, media: string): string {
  return kind === "image" || kind === "audio" || kind === "video" || kind === "pdf"
    ? media
    : "application/octet-stream";
}

/** What a file says that it is. @param media as it was signed, empty for none */
export function typeOf(path: string, media: string): FileType {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const signed = media.split(";", 1)[0]!.trim().toLowerCase();
  const ending = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
  const known = byMedia.get(signed === "" ? (byEnding.get(ending) ?? "") : (aliases[signed] ?? signed));
  if (known) return known;
  const kind = signed.startsWith("text/") ? "code" : "other";
  return { kind, media: "application/octet-stream", words: isAny(signed) ? "file" : signed };
}

function isAny(media: string): boolean {
  return media === "" || media === "application/octet-stream";
}

/** How many of a file's first bytes {@link beginsAs} looks at. */
export const headSize = 1024;

type Head = readonly number[];
const png: Head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether a file's first bytes are those of a type. Texts are judged where they are read. */
export function beginsAs({ kind, media }: FileType, head: Uint8Array): boolean {
  if (kind === "drawing") return isDrawing(head);
  const has = (at: number, bytes: Head | string): boolean =>
    Array.from(bytes as ArrayLike<number | string>).every(
      (byte, i) => head[at + i] === (typeof byte === "number" ? byte : byte.charCodeAt(0)),
    );
  switch (media) {
    case "image/png":
      return has(0, png);
    case "image/jpeg":
      return has(0, [0xff, 0xd8, 0xff]);
    case "image/gif":
      return has(0, "GIF87a") || has(0, "GIF89a");
    case "image/webp":
      return has(0, "RIFF") && has(8, "WEBP");
    case "image/avif":
      return has(4, "ftyp") && (has(8, "avif") || has(8, "avis") || has(8, "mif1"));
    case "image/bmp":
      return has(0, "BM");
    case "audio/mpeg":
      return has(0, "ID3") || (head[0] === 0xff && (head[1]! & 0xe6) === 0xe2);
    case "audio/ogg":
    case "video/ogg":
      return has(0, "OggS");
    case "audio/wav":
      return has(0, "RIFF") && has(8, "WAVE");
    case "audio/flac":
      return has(0, "fLaC");
    case "audio/mp4":
    case "video/mp4":
      return has(4, "ftyp");
    case "audio/webm":
    case "video/webm":
      return has(0, [0x1a, 0x45, 0xdf, 0xa3]);
    case "application/pdf":
      return has(0, "%PDF-");
    default:
      return true;
  }
}

/** Whether an SVG document begins here: after a mark, a declaration, comments and a document type. */
function isDrawing(head: Uint8Array): boolean {
  let text = new TextDecoder().decode(head).trimStart();
  for (;;) {
    const end = [
      ["<?", "?>"],
      ["<!--", "-->"],
      ["<!DOCTYPE", ">"],
    ].find(([begin]) => text.startsWith(begin!))?.[1];
    const at = end === undefined ? -1 : text.indexOf(end);
    if (at < 0) return /^<svg[\s>/]/.test(text);
    text = text.slice(at + end!.length).trimStart();
  }
}
