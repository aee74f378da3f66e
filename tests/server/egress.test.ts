import type { lookup } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { errors } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BlockedAddress, isPublic, publicLookup } from "../../server/egress/addresses.ts";
import { allowedHost, isAllowed } from "../../server/egress/allowed-hosts.ts";
import { brokenBy, mayReach } from "../../server/egress/guard.ts";
import { createOutbound, type OutboundCall, retryAfter } from "../../server/egress/outbound.ts";

const now = () => new Date("2026-03-02T10:00:00Z");
const get = (url: string): OutboundCall => ({ method: "GET", url, headers: {} });
const guarded = createOutbound({ allowedHosts: [], timeoutMs: 300, now });
const allowed = { allowedHosts: ["127.0.0.1", "localhost"], now };
/** For what is answered, however busy the machine is; and for what is not. */
const allowing = createOutbound({ ...allowed, timeoutMs: 30_000 });
const impatient = createOutbound({ ...allowed, timeoutMs: 300 });

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
    "::7f00:1",
    "::ffff:0:7f00:1",
    "64:ff9b:1::a00:1",
    "2001:0:7f00:1::",
    "fec0::1",
    "3fff::1",
    "5f00::1",
    "1::1",
    "fe80::1%eth0",
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
    const found = await new Promise((done) => publicLookup(resolve)("rebind.example", {}, (_, address) => done(address)));
    expect(found).toBe("8.8.8.8");
    expect(asked).toEqual(["rebind.example"]);
  });

  it.each([
    ["follows no redirect, and says so", "/away", { problem: "redirected", status: 302 }],
    ["takes no answer without end", "/large", { problem: "malformed" }],
  ])("%s", async (_, path, error) => {
    await expect(allowing(get(`http://127.0.0.1:${port}${path}`))).rejects.toMatchObject(error);
  });

  it.each([
    ["when no answer comes", "/never"],
    ["when the answer stops half-way", "/half"],
  ])("ends %s", async (_, path) => {
    await expect(impatient(get(`http://127.0.0.1:${port}${path}`))).rejects.toMatchObject({ problem: "timeout" });
  });

  it("says that nobody answers", async () => {
    await expect(allowing(get("http://127.0.0.1:1/"))).rejects.toMatchObject({ problem: "unreachable" });
    await expect(guarded(get("https://nowhere.invalid/"))).rejects.toMatchObject({ problem: "unreachable" });
  });
});

describe("a call of which only the status counts", () => {
  let heard = 0;
  let receiver: Server;
  let at = "";
  const status = (path: string) => allowing({ method: "POST", url: `${at}${path}`, headers: {}, body: "{}", statusOnly: true });
  beforeAll(async () => {
    receiver = createServer((incoming, response) => {
      heard += 1;
      incoming.resume();
      const path = incoming.url ?? "";
      const code = Number(/\d{3}/.exec(path)?.[0] ?? 200);
      if (path.startsWith("/big")) response.writeHead(code).end("x".repeat(1_500_000));
      else if (path.startsWith("/endless")) response.writeHead(code).write("x");
      else if (path.startsWith("/flood")) {
        const flood = setInterval(() => response.write("x".repeat(50_000)), 1);
        response.writeHead(code).on("close", () => clearInterval(flood));
      } else if (path.startsWith("/cut")) {
        response.writeHead(code, { "content-length": "100" }).write("ok");
        setTimeout(() => response.socket?.destroy(), 20);
      } else if (path.startsWith("/bomb")) response.writeHead(code, { "content-encoding": "gzip" }).end("no gzip at all");
      else if (path.startsWith("/charset")) response.writeHead(code, { "content-type": "text/html; charset=utf-99" }).end("\xff\xfe");
      else if (path.startsWith("/short")) response.socket?.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nmuch more than two");
      else if (path.startsWith("/old")) response.socket?.end("HTTP/1.0 200 OK\r\n\r\n");
      else response.writeHead(code).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
  });

  it.each(["/big", "/endless", "/flood", "/cut", "/bomb", "/charset", "/short", "/old", "/201", "/202", "/204", "/205", "/226"])(
    "%s is heard, whatever stands in its body, and called once",
    async (path) => {
      const before = heard;
      expect((await status(path)).status).toBeLessThan(300);
      expect(heard - before).toBe(1);
    },
  );

  it.each([
    ["/big/404", "not_found", 404],
    ["/endless/500", "failed", 500],
    ["/cut/410", "not_found", 410],
    ["/301", "redirected", 301],
    ["/304", "redirected", 304],
    ["/401", "auth", 401],
    ["/405", "not_found", 405],
    ["/408", "timeout", 408],
    ["/422", "refused", 422],
    ["/425", "rate_limited", 425],
    ["/429", "rate_limited", 429],
  ])("%s is not: %s", async (path, problem, code) => {
    await expect(status(path)).rejects.toMatchObject({ problem, status: code });
  });
});

describe("Retry-After", () => {
  const week = 7 * 24 * 60 * 60_000;
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["1.5", 1_500],
    ["Mon, 02 Mar 2026 10:10:00 GMT", 600_000],
    ["Monday, 02-Mar-26 10:10:00 GMT", 600_000],
    ["2026-03-02T10:10:00Z", 600_000],
    ["Mon, 02 Mar 2020 10:10:00 GMT", 0],
    ["99999999999", week],
    ["9".repeat(400), week],
    ["Fri, 31 Dec 9999 23:59:59 GMT", week],
    ["-5", null],
    ["1e9", null],
    ["soon", null],
    ["", null],
    ["12:99:99", null],
  ])("%s is %s ms", (header, ms) => {
    expect(retryAfter(header, now().getTime())).toBe(ms);
  });

  it("left out, and said twice", () => {
    expect(retryAfter(undefined, 0)).toBe(null);
    expect(retryAfter(["5", "9"], 0)).toBe(5_000);
  });
});

describe("ALLOW_HOSTS", () => {
  it.each([
    ["CHAT.Internal", "https://chat.internal/hook"],
    ["chat.internal.", "https://chat.internal/hook"],
    ["chat.internal", "https://chat.internal./hook"],
    ["bücher.internal", "https://xn--bcher-kva.internal/"],
    ["xn--bcher-kva.internal", "https://BÜCHER.internal/"],
    ["https://chat.internal/", "http://chat.internal:9000/"],
    ["chat.internal:8443", "https://chat.internal:8443/"],
    ["chat.internal:443", "https://chat.internal/"],
    ["chat.internal:80", "http://chat.internal/"],
    ["LOCALHOST", "http://localhost:1/"],
    ["::1", "http://[::1]:1/"],
    ["[::1]", "http://[0:0:0:0:0:0:0:1]:1/"],
    ["[::1]:8080", "http://[::1]:8080/"],
    ["FD00::000A", "http://[fd00::a]/"],
    ["127.0.0.1", "http://[::ffff:127.0.0.1]/"],
    ["::ffff:10.0.0.7", "http://10.0.0.7/"],
    ["0x7f.1", "http://127.0.0.1/"],
    ["10.0.0.7", "http://0xa.0.0.7/"],
  ])("%s allows %s", (entry, url) => {
    expect(isAllowed(new URL(url), [entry])).toBe(true);
    expect(isAllowed(new URL(url), [String(allowedHost(entry))])).toBe(true);
  });

  it.each([
    ["chat.internal:8443", "https://chat.internal/"],
    ["chat.internal", "https://evil.chat.internal/"],
    ["chat.internal", "https://chat.internal.evil.example/"],
    ["10.0.0.7", "http://10.0.0.70/"],
    ["::1", "http://[::2]/"],
  ])("%s does not allow %s", (entry, url) => {
    expect(isAllowed(new URL(url), [entry])).toBe(false);
  });

  it.each([
    "10.0.0.0/8",
    "*.internal",
    "a@chat.internal",
    "chat.internal/hook",
    "http://",
    "[::1",
    "chat.internal:99999",
    "fe80::1%eth0",
    "a b",
  ])("takes no %s", (entry) => {
    expect(allowedHost(entry)).toBe(null);
  });
});

describe("before a call begins", () => {
  it.each([
    ["https://desk.example/a", true],
    ["http://desk.example/a", false],
    ["ftp://desk.example/a", false],
    ["https://192.168.1.4/", false],
    ["https://[::1]/", false],
    ["https://93.184.215.14/", true],
    ["http://chat.internal:8080/", true],
    ["file:///etc/passwd", false],
  ])("%s may be reached: %s", (url, may) => {
    expect(mayReach(new URL(url), ["chat.internal"])).toBe(may);
  });

  it("what broke it is told apart", () => {
    expect(brokenBy(new BlockedAddress())).toBe("blocked");
    expect(brokenBy(new errors.ConnectTimeoutError())).toBe("timeout");
    expect(brokenBy(new DOMException("late", "TimeoutError"))).toBe("timeout");
    expect(brokenBy(new DOMException("stopped", "AbortError"))).toBe("unreachable");
    expect(brokenBy(new Error("ECONNRESET"))).toBe("unreachable");
  });
});
