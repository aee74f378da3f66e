import * as v from "valibot";
import { notLetIn, SocketWake } from "../schema/wire.ts";
import { backoffMs } from "./backoff.ts";

/** How often the open socket says something, so that the worker and the path to the server stay alive, and asks whether it is needed still. */
const pingMs = 20_000;

export interface WakeOptions {
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly random: () => number;
  /** Where to listen and as whom; null when nothing needs the socket now. Never rejects. */
  readonly target: () => Promise<WakeTarget | null>;
  /** The workspace stands at this revision: said on opening and whenever it moves. */
  readonly onWake: (revision: number) => void;
  /** The server closed the socket as it does not let this device in; why, it says to who asks. */
  readonly onShutOut: () => void;
  readonly signal: AbortSignal;
}

export interface WakeTarget {
  readonly server: string;
  readonly token: string;
}

/**
 * The socket that says "something moved". Without it everything still converges by polling. Returns `update`, which
 * opens or closes it as `target` asks; call it whenever the reasons may have changed.
 */
export function createWake(options: WakeOptions): () => Promise<void> {
  let socket: WebSocket | null = null;
  let token: string | null = null;
  let failures = 0;
  /** As the server last said. */
  let spreadMs = 0;
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  options.signal.addEventListener("abort", close);

  async function update(): Promise<void> {
    turn += 1;
    const mine = turn;
    const target = await options.target();
    // A later call knows better, even when its answer came first.
    if (options.signal.aborted || mine !== turn) return;
    if (target?.token !== token) close();
    if (target && !socket && retry === undefined) open(target);
  }

  function open(target: WakeTarget): void {
    const opened = new options.WebSocket(`${target.server.replace(/^http/, "ws")}/v1/socket`);
    const ping = setInterval(() => {
      if (opened.readyState === opened.OPEN) opened.send("{}");
      void update();
    }, pingMs);
    socket = opened;
    token = target.token;
    opened.onopen = () => opened.send(JSON.stringify({ token: target.token }));
    opened.onmessage = ({ data }) => {
      const wake = readWake(data);
      if (wake === null) return;
      failures = 0;
      spreadMs = wake.spreadMs;
      options.onWake(wake.revision);
    };
    opened.onclose = ({ code }) => {
      clearInterval(ping);
      if (code === notLetIn) options.onShutOut();
      if (socket !== opened) return;
      socket = null;
      failures += 1;
      retry = setTimeout(
        () => {
          retry = undefined;
          void update();
        },
        backoffMs(failures, options.random, spreadMs),
      );
    };
  }

  function close(): void {
    clearTimeout(retry);
    retry = undefined;
    failures = 0;
    const closing = socket;
    socket = null;
    token = null;
    closing?.close();
  }

  return update;
}

function readWake(data: unknown): v.InferOutput<typeof SocketWake> | null {
  try {
    return v.parse(SocketWake, JSON.parse(String(data)));
  } catch {
    return null;
  }
}
