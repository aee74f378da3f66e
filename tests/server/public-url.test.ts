import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { SyncResponse } from "../../lib/schema/wire.ts";
import { parseInvitation } from "../../lib/sync/invitation.ts";
import { join } from "../../lib/sync/join.ts";
import { post } from "../../lib/sync/transport.ts";
import { createWake } from "../../lib/sync/wake.ts";
import { readConfig } from "../../server/config.ts";
import { isOpenToOthers, ownUrl, readPublicUrl } from "../../server/public-url.ts";
import { giveData } from "./data-folder.ts";
import { type ServerProcess, startProcess } from "./process.ts";

const publicUrl = (PUBLIC_URL: string) => readConfig({ PUBLIC_URL }, []).publicUrl;

describe("without PUBLIC_URL", () => {
  it.each([
    ["127.0.0.1", "http://127.0.0.1:8787", false],
    ["localhost", "http://localhost:8787", false],
    ["::1", "http://localhost:8787", false],
  ])("a server on %s is at %s, and others cannot ask it", (host, url, isOpen) => {
    expect(ownUrl(host, 8787)).toBe(url);
    expect(isOpenToOthers(host)).toBe(isOpen);
  });

  it.each(["192.0.2.7", "fans.example"])("a server on %s may be asked from elsewhere, and its operator has to say how", (host) => {
    expect(isOpenToOthers(host)).toBe(true);
    expect(() => ownUrl(host, 8787)).toThrow(`With HOST=${host} devices need to know how they reach this server`);
  });

  it("a server on every address may be asked from elsewhere too", () => {
    expect(isOpenToOthers("0.0.0.0")).toBe(true);
  });

  it("a name and a password in it are refused without saying them", () => {
    expect(() => readPublicUrl("https://kim:hunter2@fans.example")).toThrow(/must hold no name and no password(?!.*hunter2)/);
  });
});

describe("PUBLIC_URL", () => {
  it.each([
    ["https://fans.acme.example", "https://fans.acme.example"],
    ["HTTPS://Fans.Acme.Example:443/", "https://fans.acme.example"],
    ["https://fans.acme.example:8443//", "https://fans.acme.example:8443"],
    ["https://acme.example/fans/", "https://acme.example/fans"],
    ["https://acme.example//a//b", "https://acme.example/a/b"],
    ["https://bücher.example/", "https://xn--bcher-kva.example"],
    ["http://localhost:8787", "http://localhost:8787"],
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787"],
    ["http://[::1]:8787", "http://localhost:8787"],
  ])("%s is %s in invitations, which devices take", (text, expected) => {
    expect(publicUrl(text)).toBe(expected);
    expect(parseInvitation(`${expected}/join#abcdef`, null).server).toBe(expected);
  });

  it.each([
    ["http://fans.acme.example", "must begin with https://"],
    ["http://192.168.1.7:8787", "must begin with https://"],
    ["fans.acme.example", "must be an address that begins with https://"],
    ["wss://fans.acme.example", "must be an address that begins with https://"],
    ["https://", "must be an address that begins with https://"],
    ["https://kim@fans.acme.example", "no name and no password"],
    ["https://fans.acme.example/?lang=en", "must end before ? and #"],
    ["https://fans.acme.example/#join", "must end before ? and #"],
    ["https://fans.acme.example/a:b", "cannot read the path"],
  ])("%s is refused: it %s", (text, sentence) => {
    expect(() => publicUrl(text)).toThrow(sentence);
    expect(() => publicUrl(text)).toThrow("PUBLIC_URL=https://");
  });
});

describe("without PUBLIC_URL, HOST", () => {
  it.each(["127.0.0.1", "localhost", "::1", "[::1]", "0.0.0.0", "::"])("%s is fine", (HOST) => {
    expect(readConfig({ HOST }, []).publicUrl).toBe(null);
  });

  it.each(["192.168.1.7", "fans.acme.example", "fd00::7", "127.0.0.2"])("%s is refused, as no device would join there", (HOST) => {
    expect(() => readConfig({ HOST }, [])).toThrow("PUBLIC_URL=https://");
    expect(readConfig({ HOST, PUBLIC_URL: "https://fans.acme.example" }, []).host).toBe(HOST);
    expect(readConfig({ HOST }, ["--refit"]).host).toBe(HOST);
  });
});

/** A reverse proxy as operators have one: hands on what begins with /fans, with that left on or taken off. */
async function startProxy(port: () => number, leavesOn: boolean): Promise<Server> {
  const pathTo = (url = "") => (leavesOn ? url : url.replace(/^\/fans/, ""));
  const proxy = createServer((incoming, response) => {
    if (!incoming.url?.startsWith("/fans/")) return response.writeHead(404).end();
    const { method, headers } = incoming;
    const onward = request({ port: port(), path: pathTo(incoming.url), method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    return incoming.pipe(onward);
  });
  proxy.on("upgrade", (incoming, socket) => {
    const onward = connect(port(), "127.0.0.1", () => {
      const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${value}`);
      onward.write(`GET ${pathTo(incoming.url)} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on("error", () => {}).on("close", () => (end === socket ? onward : socket).destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return proxy;
}

describe("a device", () => {
  let folder: string;
  let server: ServerProcess | null;
  let proxy: Server | null;
  beforeEach(() => {
    folder = mkdtempSync(pathOf(tmpdir(), "fanswer-public-"));
    chmodSync(folder, 0o755);
    giveData(folder);
    [server, proxy] = [null, null];
  });
  afterEach(async () => {
    await server?.end("SIGTERM");
    proxy?.closeAllConnections();
    await new Promise((resolve) => (proxy ? proxy.close(resolve) : resolve(null)));
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["takes off", false],
    ["leaves on", true],
  ])("joins, syncs and hears wake-ups behind a proxy that %s the path", async (_, leavesOn) => {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    server = await startProcess({ DATA_DIR: folder, PORT: String(port), PUBLIC_URL: "https://acme.example/fans/" });
    proxy = await startProxy(() => port, leavesOn);
    const at = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const reach: typeof fetch = (url, init) => fetch(String(url).replace("https://acme.example", `http://${at}`), init);

    const invitation = parseInvitation(server.invitations.admin, null);
    expect(invitation.server).toBe("https://acme.example/fans");
    const { account } = await join(reach, invitation, { name: "Kim", device: "", joinId: crypto.randomUUID() });
    const body = { protocol: 1, since: null, operations: [] };
    await post(reach, { url: `${account.server}/v1/sync`, token: account.token, body, reply: SyncResponse });
    const ending = new AbortController();
    const woken = vi.fn();
    class Reached extends WebSocket {
      constructor(url: string) {
        super(url.replace("wss://acme.example", `ws://${at}`));
      }
    }
    const update = createWake({
      WebSocket: Reached as unknown as typeof globalThis.WebSocket,
      random: Math.random,
      target: async () => account,
      onWake: woken,
      onShutOut: () => {},
      signal: ending.signal,
    });
    await update();
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 20_000);
    ending.abort();
    const page = await reach(`${invitation.server}/join/`);
    expect(await page.text()).toContain("You are invited");
  });

  it("on the same machine joins a server that listens on all addresses", async () => {
    server = await startProcess({ DATA_DIR: folder, HOST: "0.0.0.0" });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const introduction = { name: "Kim", device: "", joinId: crypto.randomUUID() };
    const { account } = await join(fetch, parseInvitation(server.invitations.admin, null), introduction);
    expect(account).toMatchObject({ server: server.url, member: { role: "admin" } });
    expect(server.events).toContain("public_url_missing");
  });
});
