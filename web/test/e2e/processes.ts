// Programs that tests start: each in a group of its own, which ends with the test
// whatever becomes of it.

import { spawn } from "node:child_process";
import { patience } from "./driven.ts";

/** A program that runs. */
export interface Running {
  /** What it has said so far, on both of its streams. */
  said(): string;
  /** Waits until it has said something. */
  until(words: RegExp): Promise<RegExpExecArray>;
  /** Ends it, and all that it has started. */
  end(): Promise<void>;
}

const groups = new Set<number>();
process.on("exit", () => groups.forEach(kill));

function kill(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // it is over
  }
}

/** Waits until nobody of a group is left: it takes a while to die. */
async function over(group: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
  }
}

/** Starts a program. @throws Error where there is none */
export async function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(command, args, { detached: true, stdio: [...stdio], env: { ...process.env, ...env } });
  let said = "";
  let ended = false;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void gone.then(() => (ended = true));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", () => resolve());
    child.once("error", reject);
  });
  const group = child.pid!;
  groups.add(group);
  return {
    said: () => said,
    async until(words) {
      for (const end = Date.now() + patience; Date.now() < end && !ended; await pause(20)) {
        const match = words.exec(said);
        if (match) return match;
      }
      kill(group);
      throw new Error(`${command} ${ended ? "has ended" : "did not start"}: ${said}`);
    },
    async end() {
      kill(group);
      await gone;
      await over(group);
      groups.delete(group);
    },
  };
}

/** Waits until an address is answered for. */
export async function untilAnswers(url: string): Promise<void> {
  for (const end = Date.now() + patience; ; await pause(20)) {
    const answered = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    if (Date.now() > end) throw new Error(`${url} does not answer`);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
