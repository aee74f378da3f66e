import type { lookup } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedLookup, isPublic } from "../../server/egress/addresses.ts";
import { createOutbound, type OutboundCall } from "../../server/egress/outbound.ts";

const now = () => new Date("2026-03-02T10:00:00Z");
const get = (url: string): OutboundCall => ({ method: "GET", url, headers: {} });
const guarded = createOutbound({ allowedHosts: [], timeoutMs: 300, now });
const allowing = createOutbound({ allowedHosts: ["127.0.0.1", "localhost"], timeoutMs: 300, now });

let server: Server;
let port = 0;
let calls = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    calls += 1;
    if (request.url === "/away") response.writeHead(302, { location: "/" }).end();
    else if (request.url === "/large") response.end("x".repeat(1_000_001));
    else if (request.url === "/never") request.on("close", () => {});
    else if (request.url === "/half") response.writeHead(200, { "content-length": "100" }).write("half");
    else response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe("a public address", () => {
  it.each(["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])("%s", (address) => {
    expect(isPublic(address)).toBe(true);
  });
  it.each([
    "127.0.0.1",
    "127.8.8.8",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "acme.example",
    "",
  ])("is not %s", (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe("a call out of the house", () => {
  it.each([
    ["loopback", () => `http://127.0.0.1:${port}/`],
    ["loopback over TLS", () => `https://127.0.0.1:${port}/`],
    ["loopback as a number", () => `https://2130706433:${port}/`],
    ["loopback in hexadecimal", () => `https://0x7f.1:${port}/`],
    ["loopback in IPv6", () => `https://[::1]:${port}/`],
    ["loopback mapped into IPv6", () => `https://[::ffff:7f00:1]:${port}/`],
    ["a name of this machine", () => `https://localhost:${port}/`],
    ["the cloud's own services", () => "https://169.254.169.254/latest/meta-data/"],
    ["anything without TLS", () => "http://acme.example/"],
  ])("does not reach %s", async (_, url) => {
    const before = calls;
    await expect(guarded(get(url()))).rejects.toMatchObject({ problem: "blocked" });
    expect(calls).toBe(before);
  });

  it("reaches what the operator allowed, by name and by address", async () => {
    expect(await allowing(get(`http://127.0.0.1:${port}/`))).toEqual({ status: 200, text: "here" });
    expect(await allowing(get(`http://localhost:${port}/`))).toEqual({ status: 200, text: "here" });
  });

  it("connects to the address that was looked at, and to no private one among several", async () => {
    const asked: string[] = [];
    const resolve = ((host: string, _options: unknown, done: (error: null, found: object[]) => void) => {
      asked.push(host);
      done(null, [
        { address: "127.0.0.1", family: 4 },
        { address: "8.8.8.8", family: 4 },
      ]);
    }) as unknown as typeof lookup;
    const found = await new Promise((done) => guardedLookup(new Set(), resolve)("rebind.example", {}, (_, address) => done(address)));
    expect(found).toBe("8.8.8.8");
    expect(asked).toEqual(["rebind.example"]);
  });

  it.each([
    ["follows no redirect", "/away", { problem: "redirected", status: 302 }],
    ["takes no answer without end", "/large", { problem: "malformed" }],
    ["ends when no answer comes", "/never", { problem: "timeout" }],
    ["ends when the answer stops half-way", "/half", { problem: "timeout" }],
  ])("%s", async (_, path, error) => {
    await expect(allowing(get(`http://127.0.0.1:${port}${path}`))).rejects.toMatchObject(error);
  });

  it("says that nobody answers", async () => {
    await expect(allowing(get("http://127.0.0.1:1/"))).rejects.toMatchObject({ problem: "unreachable" });
    await expect(guarded(get("https://nowhere.invalid/"))).rejects.toMatchObject({ problem: "unreachable" });
  });
});
