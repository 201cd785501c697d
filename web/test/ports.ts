// Ports of loopback that stay as they are while nobody listens at them: below those
// that a system gives out by itself (from 32768 on), to other tests too.

import { createServer } from "node:net";

const [lowest, highest] = [11_000, 31_000]; // browsers refuse 10080
const each = 20; // ports for one process: the tests that run at once have ids near one another

let given = 0;

/** Ports at which nobody listens, and at which nobody else of these tests will. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  const first = (process.pid * each) % (highest - lowest);
  while (ports.length < count) {
    const port = lowest + ((first + given++) % (highest - lowest));
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
