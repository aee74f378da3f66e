import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import * as v from "valibot";
import { type WebSocket, WebSocketServer } from "ws";
import { SocketHello } from "../lib/schema/wire.ts";
import type { Deps } from "./deps.ts";
import { deviceOf } from "./device.ts";
import { errorFields } from "./log.ts";
import { one } from "./store/statement.ts";
import { currentRevision } from "./store/workspaces.ts";

const helloMs = 5_000;
const pingMs = 20_000;
/** Close codes of ours: not signed in; the server stops (1001 says it to everyone). */
const unauthorized = 4401;
const goingAway = 1001;

function readHello(text: string): string | null {
  try {
    return v.parse(SocketHello, JSON.parse(text)).token;
  } catch {
    return null;
  }
}

/** Waits for `{token}`, then says `{revision}` at once and whenever it moves. */
function serveSocket({ pool, wake, log }: Deps, socket: WebSocket): void {
  const late = setTimeout(() => socket.close(unauthorized), helloMs);
  let end = () => {};
  let isAlive = true;
  const ping = setInterval(() => {
    if (!isAlive) socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingMs);
  const say = (revision: number) => socket.send(JSON.stringify({ revision }));
  const greet = async (text: string) => {
    clearTimeout(late);
    const token = readHello(text);
    const device = token === null ? null : await deviceOf(pool, token).catch(() => null);
    if (device === null) return socket.close(unauthorized);
    if (socket.readyState !== socket.OPEN) return;
    end = wake.listen(device.workspaceId, say);
    say((await one(pool, currentRevision, device.workspaceId)).revision);
  };
  socket.once("message", (data) => {
    greet(String(data)).catch((thrown: unknown) => {
      log("error", "socket_failed", errorFields(thrown));
      socket.close(1011);
    });
  });
  socket.on("pong", () => {
    isAlive = true;
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(late);
    clearInterval(ping);
    end();
  });
}

/** Answers `GET /v1/socket` on `server` until `signal`; then every socket is told and closed. */
export function serveSockets(server: Server, deps: Deps, signal: AbortSignal): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000, perMessageDeflate: false });
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url?.split("?")[0] !== "/v1/socket" || signal.aborted) {
      stream.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(deps, socket));
  });
  signal.addEventListener("abort", () => {
    for (const socket of sockets.clients) socket.close(goingAway);
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 500).unref();
  });
}
