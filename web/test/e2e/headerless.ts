// The page as a plain file server gives it: its files and their types, and no header more.

import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const media: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** A server of the built page, which does not listen yet. */
export function pagesOf(): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    readFile(dist + name).then(
      (body) => response.setHeader("Content-Type", media[extname(name)] ?? "application/octet-stream").end(body),
      () => response.writeHead(404).end(),
    );
  });
}
