import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import * as v from "valibot";
import { type WebSocket, WebSocketServer } from "ws";
import { FanswerError } from "../../lib/schema/errors.ts";
import { mostSockets } from "../../lib/schema/limits.ts";
import { notLetIn, SocketHello } from "../../lib/schema/wire.ts";
import type { Deps } from "../deps.ts";
import type { SignedInDevice } from "../door.ts";
import { readCredential } from "../ids.ts";
import { errorFields } from "../log.ts";
import { withoutBase } from "./base-path.ts";
import { createPlaces, socketPlaces } from "./socket-places.ts";

const helloMs = 5_000;
const pingMs = 20_000;
const farewellMs = 500;
/** The server stops. */
const goingAway = 1001;

function readHello(text: string): string | null {
  try {
    return v.parse(SocketHello, JSON.parse(text)).token;
  } catch {
    return null;
  }
}

type Take = (device: SignedInDevice, socket: WebSocket) => void;

/** Closes the socket of a device that is not let in any more. Where nobody can say, the device finds out by asking. */
async function askAgain(door: Deps["door"], token: string, socket: WebSocket): Promise<void> {
  const refused = await door(token).then(
    () => false,
    (thrown: unknown) => thrown instanceof FanswerError,
  );
  if (refused) socket.close(notLetIn);
}

/** Lets a device in that said its token: it hears where its workspace stands, and then of every move until it goes. `take` gives it its places. */
async function greet({ door, wake, metrics, crowd }: Deps, socket: WebSocket, text: string, take: Take): Promise<void> {
  const token = readHello(text);
  if (token === null) return socket.close(notLetIn);
  let latest = 0;
  let isIn = false;
  const say = (revision: number) => {
    metrics.wakes.inc();
    socket.send(`{"revision":${revision},"spreadMs":${crowd.spreadMs()}}`);
  };
  // Listening before asking, so that no move falls between.
  const end = wake.listen(readCredential(token).workspaceId, (revision) => {
    if (isIn) say(revision);
    else latest = revision;
  });
  socket.on("close", end);
  try {
    const { position, device } = await door(token);
    socket.on(
      "close",
      wake.listenForShutOut(device.workspaceId, device.member.id, () => void askAgain(door, token, socket)),
    );
    take(device, socket);
    isIn = true;
    say(Math.max(position.counter, latest));
  } catch (thrown) {
    end();
    if (!(thrown instanceof FanswerError)) throw thrown;
    socket.close(notLetIn);
  }
}

/** Answers `GET /v1/socket` on `server` until `signal`; then every socket is told and closed. */
export function serveSockets(server: Server, deps: Deps, signal: AbortSignal): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000, perMessageDeflate: false });
  /** Those that have not answered the last ping. */
  const silent = new WeakSet<WebSocket>();

  const named = socketPlaces<WebSocket>(mostSockets);
  const take: Take = (device, socket) => {
    named.take(device, socket);
    socket.on("close", () => named.leave(device, socket));
    socket.on("close", deps.crowd.entered(`${device.workspaceId} ${device.id}`));
  };
  const unnamed = createPlaces<WebSocket>(mostSockets.unnamed);

  const serve = (socket: WebSocket) => {
    unnamed.take("", socket);
    deps.metrics.sockets.inc();
    const late = setTimeout(() => socket.close(notLetIn), helloMs);
    socket.once("message", (data) => {
      clearTimeout(late);
      unnamed.leave("", socket);
      greet(deps, socket, String(data), take).catch((thrown: unknown) => {
        deps.log("error", "socket_failed", errorFields(thrown));
        socket.close(1011);
      });
    });
    socket.on("pong", () => silent.delete(socket));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      clearTimeout(late);
      unnamed.leave("", socket);
      deps.metrics.sockets.dec();
    });
  };

  // One timer for all: a timer each would cost more than the socket.
  const ping = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else silent.add(socket);
      socket.ping();
    }
  }, pingMs);

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (withoutBase(request.url?.split("?")[0] ?? "", deps.publicUrl()) !== "/v1/socket" || signal.aborted) {
      stream.resume().end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      // No timeout of HTTP looks after this connection any more, and the other end may never close it.
      setTimeout(() => stream.destroy(), farewellMs).unref();
      return;
    }
    sockets.handleUpgrade(request, stream, head, serve);
  });
  signal.addEventListener("abort", () => {
    clearInterval(ping);
    for (const socket of sockets.clients) socket.close(goingAway);
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, farewellMs).unref();
  });
}
