// Builds the page (npm run build:web): the same sources give the same bytes.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const root = fileURLToPath(new URL("page/", import.meta.url));
const publicDir = `${root}public/`; // what is copied as it is
const worker = "serviceworker.js";

/** Where the built page is committed. */
export const committed = fileURLToPath(new URL("dist/", import.meta.url));

/** Builds the page into a folder, which is emptied first. */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    root,
    base: "./", // it is served from any path
    configFile: false,
    logLevel: "warn",
    publicDir,
    plugins: [listFiles()],
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: false,
      assetsInlineLimit: 0, // the policy allows no data: address
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: `${root}index.html`, serviceworker: `${root}serviceworker.ts` },
        output: { entryFileNames: ({ name }) => (name === "serviceworker" ? worker : "assets/[name]-[hash].js") },
      },
    },
  });
}

/** Tells the service worker which files there are, and a name that follows from their content. */
function listFiles(): Plugin {
  return {
    name: "list-files",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const files = ["./"];
        for (const name of readdirSync(publicDir).sort()) {
          files.push(`./${name}`);
          hash.update(name).update(readFileSync(publicDir + name));
        }
        for (const name of Object.keys(bundle).sort()) {
          const file = bundle[name]!;
          hash.update(name).update(file.type === "chunk" ? file.code : file.source);
          if (name !== worker && name !== "index.html") files.push(`./${name}`);
        }
        const made = bundle[worker];
        if (made?.type !== "chunk") throw new Error("the service worker was not built");
        const constants = `const files=${JSON.stringify(files)},build=${JSON.stringify(hash.digest("hex").slice(0, 16))};\n`;
        made.code = constants + made.code;
      },
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage(committed);
