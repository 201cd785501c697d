// The project's own commands, built once for all tests.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "build", "web-test");

/** One of them. */
export type Command = "shrinkwrap" | "shrinkwrapd" | "shrinkwrap-demo";

/**
 * Builds commands where they are not those of the sources, and returns the folder that
 * they are in: what is current Go leaves as it is, and links nothing. Test files wait
 * for one another (flock ends with its process); a command that runs stays as it is,
 * since Go puts a new file in the old one's place.
 */
export async function builtCommands(...commands: Command[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const build = ["go", "build", "-tags=urfave_cli_no_docs", "-o", `${folder}/`];
  const packages = commands.map((command) => `./cmd/${command}`);
  await run("flock", [join(folder, ".lock"), ...build, ...packages], { cwd: root });
  return folder;
}
