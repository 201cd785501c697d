// Keeps the page's own files, all of one build, and answers for them. What is not
// one of them goes to the network as if this was not here.

/** What of the browser's interface is used (Service Workers, W3C): the library's types are a document's. */
interface Scope {
  readonly registration: { readonly scope: string };
  addEventListener(type: string, listener: (event: ExtendableEvent) => void): void;
  readonly clients: { claim(): Promise<void> };
}
interface ExtendableEvent extends Event {
  readonly request: Request;
  waitUntil(until: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

/** The files of this build below the scope, and a name that follows from their content: set by the build. */
declare const files: readonly string[];
declare const build: string;

const scope = self as unknown as Scope;
const prefix = "shrinkwrap-page-";
const cacheName = prefix + build;
const urls = new Set(files.map((file) => new URL(file, scope.registration.scope).href));

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname;
  if (event.request.method === "GET" && urls.has(address)) event.respondWith(serve(address, event.request));
});

/**
 * All files or none: a page of two builds would be no page. For the same reason a
 * new build waits until no page of the old one is open.
 */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...urls].map((url) => new Request(url, { cache: "no-cache" })));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  // Caches of other pages of this origin are none of this one's business.
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
}

async function serve(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}
