// A module of the page's sources as a script, for tests that work below its screens.

import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Bundles a module of this folder into one script. */
export async function bundle(name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL(name, import.meta.url)), output: { codeSplitting: false } },
    },
  });
  if (!("output" in made)) throw new Error("vite made no bundle");
  return made.output[0].code;
}
