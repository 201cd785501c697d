// The page without a network: a service worker keeps the page itself.

/** Registers the worker, and says when the page is kept. */
export function workOffline(status: HTMLElement): void {
  // Browsers have none by plain http and in some private windows; the page works all the same.
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./serviceworker.js").then(
    () =>
      navigator.serviceWorker.ready.then(
        () => (status.textContent = "This page is kept here, and opens without a network."),
      ),
    () => undefined,
  );
}
