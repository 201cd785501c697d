// WebDriver BiDi (W3C) over a WebSocket: commands that are answered, and events.

import { patience } from "./driven.ts";

type Members = Record<string, unknown>;

/** A connection to a browser. */
export interface Bidi {
  /** @throws Error with what the browser says of it */
  call<R = Members>(method: string, params: Members): Promise<R>;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly method?: string;
  readonly params?: Members;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** Connects. Events are told as they come. */
export async function connectBidi(url: string, tell: (method: string, params: Members) => void): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`no connection to ${url}`));
  });
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.type === "event") return tell(answer.method!, answer.params!);
    waiting.get(answer.id!)?.(answer);
    waiting.delete(answer.id!);
  };
  socket.onclose = () => {
    for (const [id, end] of waiting) end({ id, type: "error", error: "closed", message: "the browser is gone" });
    waiting.clear();
  };
  const call = <R>(method: string, params: Members): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      const id = ++last;
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), patience);
      waiting.set(id, ({ type, result, error, message }) => {
        clearTimeout(late);
        if (type === "success") resolve(result as R);
        else reject(new Error(`${method}: ${error}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { call, close: () => socket.close() };
}
