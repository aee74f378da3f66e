import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { mostSockets, spread } from "../../lib/schema/limits.ts";
import { serveSockets } from "../../server/http/socket.ts";
import { createPlaces, socketPlaces } from "../../server/http/socket-places.ts";
import { useServer } from "./support.ts";

const server = useServer();
let ending: AbortController;
let http: ReturnType<typeof createServer>;

beforeEach(async () => {
  ending = new AbortController();
  http = createServer();
  serveSockets(http, server().deps, ending.signal);
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});

afterEach(async () => {
  ending.abort();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
});

async function open(token: string): Promise<{ socket: WebSocket; first: string }> {
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/v1/socket`);
  await once(socket, "open");
  socket.send(JSON.stringify({ token }));
  const [data] = await once(socket, "message");
  return { socket, first: String(data) };
}

it("one device holds a few sockets, of which the oldest gives way, and takes none from others", async () => {
  const workspace = await server().workspace();
  const [ann, ben] = [await server().join(workspace, "advocate"), await server().join(workspace, "advocate")];
  const other = await open(ben.token);
  const sockets: WebSocket[] = [];
  for (let n = 0; n < 12; n++) sockets.push((await open(ann.token)).socket);
  await expect
    .poll(() => sockets.map(({ readyState }) => readyState === WebSocket.OPEN))
    .toEqual(sockets.map((_, n) => n >= sockets.length - mostSockets.device));
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
  expect(JSON.parse(other.first)).toMatchObject({ revision: expect.any(Number), spreadMs: spread.leastMs });
});

it("one member holds so many over all devices, and a workspace over all members, of which the oldest give way", () => {
  const closed: string[] = [];
  const places = socketPlaces<{ close(): void }>({ device: 2, member: 3, workspace: 5 });
  const take = (name: string, id: string, member: string, workspaceId = "w") => {
    const whose = { workspaceId, id, member: { id: member } };
    const socket = {
      close() {
        closed.push(name);
        places.leave(whose, socket);
      },
    };
    places.take(whose, socket);
  };
  for (const name of ["a1", "a2", "a3"]) take(name, "a", "ann");
  expect(closed).toEqual(["a1"]);
  for (const name of ["b1", "b2"]) take(name, "b", "ann");
  expect(closed).toEqual(["a1", "a2"]);
  for (const name of ["c", "d"]) take(name, name, name);
  for (const name of ["f", "g"]) take(name, name, name, "other");
  expect(closed).toEqual(["a1", "a2"]);
  take("e", "e", "eve");
  expect(closed).toEqual(["a1", "a2", "a3"]);
});

it("a place that is left is free, and those who said nothing yet share so many", () => {
  const closed: number[] = [];
  const socket = (n: number) => ({ close: () => closed.push(n) });
  const { take, leave } = createPlaces<ReturnType<typeof socket>>(2);
  const [one, two, three] = [socket(1), socket(2), socket(3)];
  take("", one);
  take("", two);
  leave("", one);
  take("", three);
  expect(closed).toEqual([]);
  take("", socket(4));
  expect(closed).toEqual([2]);
});
