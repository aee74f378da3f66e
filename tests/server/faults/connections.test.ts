import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { giveData } from "../data-folder.ts";
import { type ServerProcess, startProcess } from "../process.ts";

let folder: string;
let server: ServerProcess;
const open = new Set<Socket>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-connections-"));
  chmodSync(folder, 0o755);
  giveData(folder);
  server = await startProcess({ DATA_DIR: folder, METRICS_PORT: "0" });
});

afterAll(async () => {
  await server.end("SIGTERM");
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
});

/** What a client may do to its connection. */
const ways = {
  "reset at once": async (socket: Socket) => void socket.resetAndDestroy(),
  "reset after the answer": async (socket: Socket) => {
    await Promise.race([new Promise((resolve) => socket.once("data", resolve).once("end", resolve)), sleep(500)]);
    socket.resetAndDestroy();
  },
  "reset a moment later": async (socket: Socket) => {
    await sleep(30);
    socket.resetAndDestroy();
  },
  "closed and forgotten": async (socket: Socket) => void socket.end(),
} as const;

function send(text: string | Buffer, way: (socket: Socket) => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const socket = createConnection({ port: Number(new URL(server.url).port), host: "127.0.0.1", allowHalfOpen: true });
    open.add(socket);
    socket.on("error", () => resolve());
    socket.once("connect", () => {
      socket.write(text);
      way(socket).then(resolve);
    });
  });
}

const upgrade = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n${more}\r\n`;
const socketKey = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const post = (path: string, length: number, body: string) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

const requests: Readonly<Record<string, string | Buffer>> = {
  "an upgrade to HTTP/2": upgrade("/", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"),
  "an upgrade elsewhere": upgrade("/v1/other", socketKey),
  "an upgrade of a POST": post("/v1/sync", 2, "{}").replace("\r\n\r\n", "\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"),
  "a socket without its key": upgrade("/v1/socket", "Upgrade: websocket\r\n"),
  "a socket": upgrade("/v1/socket", socketKey),
  "a socket and rubbish behind it": Buffer.concat([Buffer.from(upgrade("/v1/socket", socketKey)), Buffer.alloc(500, 0xff)]),
  "a request to switch to a tunnel": "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
  "half a head": "GET /join HTTP/1.1\r\nHo",
  "half a body": post("/v1/sync", 5_000, '{"protocol":1'),
  "half of an endless body": "POST /v1/join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n400\r\nabc",
  "a body said to be huge": post("/v1/draft", 2 ** 40, "{"),
  "a page asked for many times over": "GET /join HTTP/1.1\r\nHost: a\r\n\r\n".repeat(50),
  "a request that waits to be let in": post("/v1/handled", 10, "").replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"),
  "the beginning of TLS": Buffer.from("16030100a5010000a10303", "hex"),
  "a head that is no HTTP": "\0\0\0 SSH-2.0-x\r\n\r\n",
  "two lengths": "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
  "a head of 100,000 bytes": `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(100_000)}\r\n\r\n`,
};

describe.each(Object.keys(requests))("%s", (name) => {
  it.each(Object.keys(ways) as (keyof typeof ways)[])("%s costs nobody but its sender", async (way) => {
    await Promise.all(Array.from({ length: 6 }, () => send(requests[name] ?? "", ways[way])));
    await sleep(20);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.child.exitCode).toBeNull();
  });
});

it("a connection that left HTTP and is never closed by its client does not hold up the end", async () => {
  const other = mkdtempSync(join(tmpdir(), "fanswer-connections-"));
  chmodSync(other, 0o755);
  giveData(other);
  const started = await startProcess({ DATA_DIR: other });
  const socket = createConnection({ port: Number(new URL(started.url).port), host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  socket.write(upgrade("/", "Upgrade: h2c\r\n"));
  await new Promise((resolve) => socket.once("data", resolve));
  expect(await started.end("SIGTERM")).toBe(0);
  socket.destroy();
  rmSync(other, { recursive: true });
});
