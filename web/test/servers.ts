// Servers on loopback that answer as a test says: nodes that lie, endpoints that forge.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that was started. */
export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server, which pages of any origin may ask. */
export function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (request.method !== "OPTIONS") return answer(request, response);
    response.writeHead(204, { "access-control-allow-headers": "content-type" }).end();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}

/** Starts a node that says the same to everything. */
export function sayingNode(document: unknown): Promise<Server> {
  return serve((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(typeof document === "string" ? document : JSON.stringify(document));
  });
}

/** One call of a batch. */
export interface RpcCall {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A reply to one. */
export interface RpcReply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Starts an endpoint that asks another one, and says what forge makes of the replies. */
export function forgingEndpoint(upstream: string, forge: (call: RpcCall, reply: RpcReply) => unknown): Promise<Server> {
  const work = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = "";
    for await (const part of request) body += String(part);
    const headers = { "content-type": "application/json" };
    const replies = (await (await fetch(upstream, { method: "POST", body, headers })).json()) as RpcReply[];
    const calls = JSON.parse(body) as RpcCall[];
    const forged = replies.map((reply) =>
      forge(
        calls.find(({ id }) => id === reply.id)!,
        reply,
      ),
    );
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(forged));
  };
  return serve((request, response) => {
    work(request, response).catch(() => response.destroy());
  });
}
