// The built page in a real browser: Debian's Chromium without a window, and a
// server that gives it what a node gives.

import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const media: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Where the page is served; and every path that it was asked for. */
export interface Site {
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * Serves the committed page on loopback, under the policy of the nodes, and beside it
 * what a test adds. What is a node's to answer is had from the given one, as if that
 * served the page.
 */
export async function serve(node?: string, beside: Readonly<Record<string, string>> = {}): Promise<Site> {
  const asked: string[] = [];
  const policies = { page: policyOfNodes("ContentSecurityPolicy"), frame: policyOfNodes("FramePolicy") };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (node !== undefined && path.startsWith("/v1/")) return void answerAs(node, path, response);
    asked.push(path);
    const name = path === "/" ? "index.html" : path.slice(1);
    const added = beside[name];
    (added === undefined ? readFile(dist + name) : Promise.resolve(added)).then(
      (body) => {
        response.setHeader("Content-Type", media[extname(name)] ?? "application/octet-stream");
        response.setHeader("Content-Security-Policy", name === "frame.html" ? policies.frame : policies.page);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, asked, close: () => closed(server) };
}

async function answerAs(node: string, path: string, response: ServerResponse): Promise<void> {
  try {
    const answer = await fetch(node + path);
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch {
    response.destroy(); // as a node that is dead
  }
}

/** A policy that Go serves the page's files with. */
function policyOfNodes(name: string): string {
  const source = readFileSync(new URL("../../web.go", import.meta.url), "utf8");
  const [, first, second] = new RegExp(`const ${name} = "(.*)" \\+\n\t"(.*)"`).exec(source) ?? [];
  assert.ok(first && second, `web.go has no ${name}`);
  return first + second;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Milliseconds that anything may take in a visit: a machine may be busy. */
const patience = 60_000;

const options = {
  timeout: patience,
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  chromiumSandbox: process.getuid?.() !== 0, // which root cannot have
};

/** Starts the browser. */
export function launch(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ ...options, args: ["--disable-gpu", ...args] });
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}

/** Starts the browser with a profile in a folder, as its users have one. */
export async function launchIn(folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { ...options, args: ["--disable-gpu"] });
  context.setDefaultTimeout(patience);
  return context;
}

/** Removes a folder with a profile: processes of a browser that ended may still write into it for a while. */
export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 });
}

/** A visit of the page, which must ask nobody but its site and whom it may, and break no policy. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Asserts that nobody else was asked, and ends the visit. */
  end(): Promise<void>;
}

/** How a visit differs from the usual one. */
export interface VisitOptions extends BrowserContextOptions {
  /** Origins beside the site's that may be asked: nodes and endpoints, dead ones among them. */
  readonly allowed?: readonly string[];
}

// Chromium's own, which it puts into the frame of a PDF.
const pdfViewer = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";

/** Begins a visit, in a context without a history. */
export async function visit(
  browser: Browser,
  site: Site,
  { allowed = [], ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC", ...options });
  const wrong: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    const may =
      url.startsWith(site.url) ||
      url.startsWith("blob:") ||
      url.startsWith(pdfViewer) ||
      url.startsWith("chrome://resources/") || // what that viewer is made of
      allowed.includes(originOf(url));
    if (!may) wrong.push(`asked ${url}`);
  });
  // The browser itself tells of each answer that is none. Of others than the page's
  // own files that is no fault of the page.
  const isOthers = (url: string): boolean => allowed.includes(originOf(url)) || url.startsWith(`${site.url}v1/`);
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    if (message.text().startsWith("Failed to load resource") && isOthers(message.location().url)) return;
    wrong.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => wrong.push(`error: ${error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const end = async (): Promise<void> => {
    await context.close();
    assert.deepEqual(wrong, []);
    for (const path of site.asked) assert.match(path, /^\/[\w./-]{0,60}$/, "a path that is none of the page's own");
  };
  return { context, page, end };
}
