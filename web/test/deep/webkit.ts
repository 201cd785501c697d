// Debian's WebKit (its small browser, on a screen that nobody sees), told by WebDriver.

import { Buffer } from "node:buffer";
import type { Driven } from "../e2e/driven.ts";
import { start, untilAnswers } from "../e2e/processes.ts";
import { freePorts } from "../ports.ts";

const elementKey = "element-6066-11e4-a52e-4f735466cecf"; // WebDriver, W3C: a web element's identifier

/** Starts it, with one empty page. @param may whether an address may be asked */
export async function startWebKit({
  may,
}: {
  readonly may: (url: string) => boolean;
}): Promise<Driven & { look(): Promise<void> }> {
  const screen = await start("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
  const [port] = await freePorts(1);
  try {
    const [, display] = await screen.until(/^(\d+)\n/);
    const driver = await start("WebKitWebDriver", [`--port=${port}`], {
      DISPLAY: `:${display}`,
      GDK_BACKEND: "x11",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // as root, and in containers, it has none
    });
    const end = async (): Promise<void> => {
      await driver.end();
      await screen.end();
    };
    try {
      await untilAnswers(`http://127.0.0.1:${port}/status`);
      return await driven(`http://127.0.0.1:${port}`, may, end);
    } catch (cause) {
      await driver.end();
      throw cause;
    }
  } catch (cause) {
    await screen.end();
    throw cause;
  }
}

async function driven(
  url: string,
  may: (url: string) => boolean,
  end: () => Promise<void>,
): Promise<Driven & { look(): Promise<void> }> {
  const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>(
    `${url}/session`,
    { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { args: ["--automation"], binary: browser } } } },
  );
  const page = new WebKitPage(`${url}/session/${sessionId}`, may);
  await page.patient();
  const quit = async (): Promise<void> => {
    // The driver ends the browser and buries its processes.
    await fetch(`${url}/session/${sessionId}`, { method: "DELETE" }).catch(() => undefined);
    await end();
  };
  return Object.assign(page, { name: `WebKit ${capabilities.browserVersion}`, end: quit });
}

const browser = process.env["WEBKIT"] ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Asks the driver. @throws Error with what it says */
async function ask<R>(url: string, body?: unknown): Promise<R> {
  const answer = await fetch(url, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: R & { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

class WebKitPage implements Omit<Driven, "name" | "end"> {
  readonly #session: string;
  readonly #may: (url: string) => boolean;
  readonly #wrong: string[] = [];

  constructor(session: string, may: (url: string) => boolean) {
    this.#session = session;
    this.#may = may;
  }

  async patient(): Promise<void> {
    await this.#post("timeouts", { script: 60_000, pageLoad: 60_000 });
  }

  // What a page that is left had asked, and what broke in it, is looked at first.
  async goto(url: string): Promise<void> {
    await this.look();
    await this.#post("url", { url });
    await this.run(listen);
  }

  async reload(): Promise<void> {
    await this.look();
    await this.#post("refresh", {});
    await this.run(listen);
  }

  /** Looks what was asked, and what broke, since the page came. */
  async look(): Promise<void> {
    const { asked, faults } = await this.run(heard);
    this.#wrong.push(...faults, ...asked.filter((url) => !this.#may(url)).map((url) => `asked ${url}`));
  }

  async run<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => JSON.stringify(await (${String(work)})(...JSON.parse(arguments[0]))) )()
        .then((json) => done({ json }), (cause) => done({ cause: String(cause) }));`;
    const said = await this.#post<{ json?: string; cause?: string }>("execute/async", {
      script,
      args: [JSON.stringify(args)],
    });
    if (said.cause !== undefined) throw new Error(said.cause);
    return (said.json === undefined ? undefined : JSON.parse(said.json)) as R;
  }

  async press(): Promise<void> {
    const origin = { [elementKey]: await this.#element("[data-driven]") };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  async type(keys: string): Promise<void> {
    const actions = [...keys].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    await this.#act({ type: "key", id: "keys", actions });
  }

  async choose(selector: string, path: string): Promise<void> {
    await this.#post(`element/${await this.#element(selector)}/value`, { text: path });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#post("window/rect", { width, height });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await ask<string>(`${this.#session}/screenshot`), "base64");
  }

  wrong(): readonly string[] {
    return this.#wrong;
  }

  async #element(value: string): Promise<string> {
    const found = await this.#post<Record<string, string>>("element", { using: "css selector", value });
    return found[elementKey]!;
  }

  #act(source: Record<string, unknown>): Promise<unknown> {
    return this.#post("actions", { actions: [source] });
  }

  #post<R>(command: string, body: unknown): Promise<R> {
    return ask(`${this.#session}/${command}`, body);
  }
}

interface Heard {
  faults?: string[];
}

/** Notes what breaks, from now on. */
function listen(): void {
  const faults: string[] = ((window as Heard).faults = []);
  addEventListener("error", ({ message }) => faults.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => faults.push(`unhandled: ${String(reason)}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** What was noted, and whatever the page has loaded or asked. */
function heard(): { asked: string[]; faults: string[] } {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return { asked, faults: (window as Heard).faults ?? [] };
}
