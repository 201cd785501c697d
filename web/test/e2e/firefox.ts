// Debian's Firefox without a window, told by WebDriver BiDi.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bidi, connectBidi } from "./bidi.ts";
import type { Driven } from "./driven.ts";
import { start } from "./processes.ts";
import { removeProfile } from "./site.ts";

/** How it is started. */
export interface FirefoxOptions {
  /** Whether an address may be asked. */
  readonly may: (url: string) => boolean;
  /** Settings of the profile. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
  /** The profile's folder; without one it is a new one that is removed at the end. */
  readonly profile?: string;
}

type Shared = { readonly sharedId: string };

/** Starts it, with one empty page. */
export async function startFirefox({ may, preferences = {}, profile }: FirefoxOptions): Promise<Driven> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), "shrinkwrap-web-"));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(folder, "user.js"), lines.join("\n"));
  const program = process.env["FIREFOX"] ?? "firefox-esr";
  const args = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", folder];
  const running = await start(program, args);
  const end = async (): Promise<void> => {
    await running.end();
    if (profile === undefined) removeProfile(folder);
  };
  try {
    const [, url] = await running.until(/WebDriver BiDi listening on (ws:\S+)/);
    return await driven(url!, may, end);
  } catch (cause) {
    await end();
    throw cause;
  }
}

async function driven(url: string, may: (url: string) => boolean, end: () => Promise<void>): Promise<Driven> {
  const wrong: string[] = [];
  const bidi = await connectBidi(`${url}/session`, (method, params) => {
    const fault = faultIn(method, params as Told, may);
    if (fault !== undefined) wrong.push(fault);
  });
  const { capabilities } = await bidi.call<{ capabilities: { browserVersion: string } }>("session.new", {
    capabilities: {},
  });
  const { context } = await bidi.call<{ context: string }>("browsingContext.create", { type: "tab" });
  await bidi.call("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  await bidi.call("script.addPreloadScript", { functionDeclaration: String(tellBreaches) });
  await bidi.call("browsingContext.activate", { context }); // it gets the keys that are typed
  const page = new FirefoxPage(bidi, context);
  return Object.assign(page, {
    name: `Firefox ${capabilities.browserVersion}`,
    wrong: () => wrong,
    async end() {
      await bidi.call("browser.close", {}).catch(() => undefined);
      bidi.close();
      await end();
    },
  });
}

function tellBreaches(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

interface Told {
  readonly level?: string;
  readonly text?: string;
  readonly request?: { readonly url: string };
}

function faultIn(method: string, { level, text, request }: Told, may: (url: string) => boolean): string | undefined {
  if (method === "log.entryAdded" && level === "error") return `console: ${text}`;
  if (method === "network.beforeRequestSent" && !may(request!.url)) return `asked ${request!.url}`;
  return undefined;
}

class FirefoxPage implements Omit<Driven, "name" | "wrong" | "end"> {
  readonly #bidi: Bidi;
  readonly #context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.call("browsingContext.navigate", { context: this.#context, url, wait: "complete" });
  }

  async reload(): Promise<void> {
    await this.#bidi.call("browsingContext.reload", { context: this.#context, wait: "complete" });
  }

  async run<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const call = `async (args) => JSON.stringify(await (${String(work)})(...JSON.parse(args)))`;
    const result = await this.#call<{ value?: string }>(call, [{ type: "string", value: JSON.stringify(args) }]);
    return (result.value === undefined ? undefined : JSON.parse(result.value)) as R;
  }

  async press(): Promise<void> {
    const origin = { type: "element", element: await this.#node("[data-driven]") };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#act({ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions });
  }

  async type(keys: string): Promise<void> {
    const actions = [...keys].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    await this.#act({ type: "key", id: "keys", actions });
  }

  async choose(selector: string, path: string): Promise<void> {
    const element = await this.#node(selector);
    await this.#bidi.call("input.setFiles", { context: this.#context, element, files: [path] });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#bidi.call("browsingContext.setViewport", { context: this.#context, viewport: { width, height } });
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.#bidi.call<{ data: string }>("browsingContext.captureScreenshot", {
      context: this.#context,
    });
    return Buffer.from(data, "base64");
  }

  async #node(selector: string): Promise<Shared> {
    const found = await this.#call<Shared>("(s) => document.querySelector(s)", [{ type: "string", value: selector }]);
    return { sharedId: found.sharedId };
  }

  async #act(source: Record<string, unknown>): Promise<void> {
    await this.#bidi.call("input.performActions", { context: this.#context, actions: [source] });
  }

  async #call<R>(functionDeclaration: string, args: readonly unknown[]): Promise<R> {
    const answer = await this.#bidi.call<{ type: string; result: R; exceptionDetails?: { text: string } }>(
      "script.callFunction",
      { functionDeclaration, arguments: args, awaitPromise: true, target: { context: this.#context } },
    );
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text);
    return answer.result;
  }
}
