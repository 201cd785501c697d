// The screen that a code comes in by: the camera, a picture or a wrap, a text.

import { cameraFinder } from "./scan/camera.ts";
import { element } from "./element.ts";
import { backupSection } from "./keep/backupsection.ts";
import { looksLikeCopy } from "./keep/copyfile.ts";
import { chainsOf } from "./keep/library.ts";
import { librarySection } from "./keep/librarysection.ts";
import { settingsSection } from "./keep/settingssection.ts";
import { readFile, readText } from "./scan/reading.ts";
import type { Scanned } from "./scan/scanned.ts";
import type { Screen } from "./screen.ts";
import type { Storage } from "../terminal/storage.ts";

/** What the screen needs. */
export interface ScanOptions {
  readonly storage: Storage;
  onScanned(scanned: Scanned): Promise<void>;
  /** What went wrong before, in words. */
  problem?: string | undefined;
}

/** Makes the screen. */
export async function scanScreen({ storage, onScanned, problem }: ScanOptions): Promise<Screen> {
  const status = element("p", { class: "status", role: "alert" }, problem ?? "");
  const busy = element("p", { class: "busy", role: "status" });
  const take = async (read: () => Scanned | Promise<Scanned>): Promise<void> => {
    status.textContent = "";
    busy.textContent = "Reading …";
    try {
      await onScanned(await read());
    } catch (cause) {
      status.textContent = sentence((cause as Error).message);
    } finally {
      busy.textContent = "";
    }
  };
  const library = element("div", {}, await librarySection(storage));
  const copies = await backupSection(storage, async () => library.replaceChildren(await librarySection(storage)));
  const takeFile = async (file: File): Promise<void> => {
    if (await looksLikeCopy(file)) return copies.take(file);
    return take(() => readFile(file));
  };
  const camera = cameraFinder((text) => take(() => readText(text)));
  const [drop, stopDropping] = dropping(take, takeFile);
  const content = [
    element(
      "header",
      {},
      element("h1", {}, "What does this code sell?"),
      element(
        "p",
        { class: "lead" },
        "Scan it to see the product, its price, and who signed it, before you pay anything. This works without a network.",
      ),
    ),
    status,
    busy,
    camera.content,
    element("div", { class: "ways" }, fileWay(takeFile), textWay(take)),
    drop,
    library,
    copies.content,
    settingsSection(storage, await chainsOf().catch(() => [1])),
  ];
  return {
    content,
    leave: () => {
      camera.stop();
      stopDropping();
    },
  };
}

type Take = (read: () => Scanned | Promise<Scanned>) => Promise<void>;
type TakeFile = (file: File) => Promise<void>;

function fileWay(takeFile: TakeFile): HTMLElement {
  const input = element("input", { type: "file", id: "file", accept: "image/*,.wrap,.txt", class: "quiet" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void takeFile(file);
  });
  const words = "A photograph or screenshot of a code, or a .wrap file. You may also drop it anywhere on this page.";
  return element(
    "section",
    { class: "card" },
    element("h2", {}, "A picture or a file"),
    element("p", {}, words),
    element("div", { class: "pick" }, input, element("label", { for: "file", class: "button" }, "Choose a file")),
  );
}

function textWay(take: Take): HTMLElement {
  const area = element("textarea", {
    id: "text",
    rows: "3",
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "WRAP1:… or https://…#…",
  });
  const form = element(
    "form",
    {},
    element("label", { for: "text" }, "The text of a code, or a link with one"),
    area,
    element("button", { type: "submit", class: "button" }, "Read it"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void take(() => readText(area.value));
  });
  return element("section", { class: "card" }, element("h2", {}, "A text or a link"), form);
}

/** Takes what is dropped on the page or pasted into it; the element shows that it may be dropped. */
function dropping(take: Take, takeFile: TakeFile): [HTMLElement, () => void] {
  const ended = new AbortController();
  const { signal } = ended;
  const veil = element("div", { class: "veil", hidden: true }, element("p", {}, "Drop it here"));
  const over = (event: DragEvent): void => {
    event.preventDefault();
    veil.hidden = false;
  };
  addEventListener("dragover", over, { signal });
  addEventListener("dragleave", (event) => (veil.hidden = event.relatedTarget === null), { signal });
  addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      veil.hidden = true;
      takeTransfer(event.dataTransfer, take, takeFile);
    },
    { signal },
  );
  addEventListener(
    "paste",
    (event) => {
      // What is pasted into the field stays there, to be looked at.
      if (event.target instanceof HTMLTextAreaElement && !event.clipboardData?.files.length) return;
      takeTransfer(event.clipboardData, take, takeFile);
    },
    { signal },
  );
  return [veil, () => ended.abort()];
}

function takeTransfer(transfer: DataTransfer | null, take: Take, takeFile: TakeFile): void {
  const file = transfer?.files[0];
  const text = transfer?.getData("text/uri-list") || transfer?.getData("text/plain");
  if (file) void takeFile(file);
  else if (text) void take(() => readText(text));
}

/** Makes a sentence of an error. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/\.\.$/, ".");
}
