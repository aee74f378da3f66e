import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";
import { ErrorBody, limits, oldestProtocol, protocolVersion } from "../../lib/schema/wire.ts";
import { createDeps } from "../../server/deps.ts";
import { sighting, useServer } from "./support.ts";

const server = useServer();
const empty = { protocol: protocolVersion, since: null, operations: [] };

async function refusal(response: Promise<Response> | Response) {
  const answer = await response;
  return { status: answer.status, code: v.parse(ErrorBody, await answer.json()).error.code };
}

describe("a request of the wrong form", () => {
  it("is refused with a code and changes nothing", async () => {
    const { token } = await server().join(await server().workspace(), "advocate");
    const bad: [body: unknown, status: number, code: string][] = [
      ["{", 400, "malformed"],
      ["", 400, "malformed"],
      ["null", 400, "malformed"],
      [{ ...empty, operations: "none" }, 400, "malformed"],
      [{ ...empty, since: { epoch: 1 } }, 400, "malformed"],
      [{ ...empty, operations: Array(limits.operations + 1).fill({}) }, 400, "malformed"],
      [{ ...empty, padding: "x".repeat(limits.requestBytes) }, 413, "too_large"],
      [{ ...empty, protocol: oldestProtocol - 1 }, 426, "protocol_old"],
      [{ ...empty, protocol: protocolVersion + 1 }, 426, "protocol_new"],
      [{ protocol: protocolVersion + 1, other: "form" }, 426, "protocol_new"],
    ];
    for (const [body, status, code] of bad) expect(await refusal(server().post("/v1/sync", body, token))).toEqual({ status, code });
  });

  it.each([undefined, "", "nonsense", `000000000000.${"a".repeat(43)}`])("is refused without a known token: %s", async (token) => {
    expect(await refusal(server().post("/v1/sync", empty, token))).toEqual({ status: 401, code: "unauthorized" });
  });

  it("is no fault of the server where its sender left in the middle of it", async () => {
    const { token } = await server().join(await server().workspace(), "advocate");
    const faults = vi.spyOn(console, "error");
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"protocol":1'));
        controller.error(new Error("aborted"));
      },
    });
    const init = { method: "POST", headers: { authorization: `Bearer ${token}` }, body, duplex: "half" };
    expect(await refusal(server().app.request("/v1/sync", init))).toEqual({ status: 400, code: "malformed" });
    expect(faults).not.toHaveBeenCalled();
  });

  it("is refused on an unknown path", async () => {
    expect(await refusal(server().app.request("/v1/nothing"))).toEqual({ status: 404, code: "not_found" });
    expect(await refusal(server().app.request("/v1/sync"))).toEqual({ status: 404, code: "not_found" });
  });
});

describe("a request that costs more than it should", () => {
  const inside = (text: string) => `{"protocol":${protocolVersion},"since":null,"operations":[],"odd":${text}}`;
  const join = async () => (await server().join(await server().workspace(), "advocate")).token;
  const many = (unit: string) => `[${unit.repeat(Math.floor(900_000 / unit.length))}0]`;

  it.each([
    ["lists", many("[],")],
    ["lists and an escape", many("[],").replace("0]", '"\\u0041"]')],
    ["objects", many("{},")],
    ["numbers", many("0,")],
    ["depth", "[".repeat(400_000) + "]".repeat(400_000)],
    ["depth that never ends", "[".repeat(900_000)],
    ["a text that never ends", `"${"\\".repeat(450_000)}`],
  ])("for its %s is refused by its signs", async (_, text) => {
    const token = await join();
    const begun = process.cpuUsage();
    expect(await refusal(server().post("/v1/sync", inside(text), token))).toEqual({ status: 400, code: "malformed" });
    // Parsed and looked at value by value it took 586 ms.
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(300);
  });

  it("is not read before its sender is known", async () => {
    let read = 0;
    const body = new ReadableStream({
      pull(controller) {
        read += 1;
        controller.enqueue(new TextEncoder().encode("[".repeat(1000)));
      },
    });
    const request = new Request("http://server/v1/sync", { method: "POST", body, duplex: "half" } as RequestInit);
    expect(await refusal(server().app.request(request))).toEqual({ status: 401, code: "unauthorized" });
    expect(read).toBeLessThan(5);
  });

  it("of the wrong form again and again is not listened to for a minute, and nobody else is held up", async () => {
    const workspace = await server().workspace();
    const [bad, good] = [await server().join(workspace, "advocate"), await server().join(workspace, "advocate")];
    for (let n = 0; n < 60; n++) await server().post("/v1/sync", "{", bad.token);
    expect(await refusal(server().post("/v1/sync", empty, bad.token))).toEqual({ status: 429, code: "too_many" });
    expect((await server().post("/v1/sync", empty, good.token)).status).toBe(200);
    server().clock.advance(60_001);
    expect((await server().post("/v1/sync", empty, bad.token)).status).toBe(200);
  });

  it("by tokens of workspaces that nobody knows costs a few look-ups", async () => {
    const { token } = await server().join(await server().workspace(), "advocate");
    const asked: string[] = [];
    const { pool, ...given } = server().deps;
    const watched = new Proxy(pool, {
      get(target, key) {
        if (key !== "query") return Reflect.get(target, key);
        return (query: { name?: string }, done: never) => {
          asked.push(query.name ?? "");
          return target.query(query as never, done);
        };
      },
    });
    const { door } = createDeps({ ...given, pool: watched });
    await door(token);
    asked.length = 0;
    const strangers = Array.from({ length: 400 }, (_, n) =>
      door(`${String(n).padStart(12, "0")}.${"a".repeat(43)}`).catch(() => "refused"),
    );
    await door(token);
    expect(new Set(await Promise.all(strangers))).toEqual(new Set(["refused"]));
    expect(asked.filter((name) => name === "device.by_token")).toHaveLength(1);
    expect(asked.length).toBeLessThan(10);
  });
});

describe("one bad operation", () => {
  it("is reported with its code while the others go through", async () => {
    const device = await server().join(await server().workspace(), "advocate");
    const good = (postId: string) => ({ id: randomUUID(), name: "mention.report", args: sighting(postId) });
    const { results, changes } = await device.sync([
      good("1"),
      { id: randomUUID(), name: "mention.explode", args: {} },
      { id: randomUUID(), name: "mention.report", args: { ...sighting("2"), excerpt: "x".repeat(281) } },
      { id: randomUUID(), name: "mention.report", args: sighting("two words") },
      { id: randomUUID(), name: "mention.report", args: sighting("3", { postedAt: "0000-01-01T00:00:00Z" }) },
      { id: "not-a-uuid", name: "mention.report", args: sighting("4") },
      17,
      { id: randomUUID(), name: "invitation.create", args: { role: "admin" } },
      { id: randomUUID(), name: "claim.take", args: { mentionId: "x:unknown" } },
      good("5"),
    ]);
    const codes = results.map((result) => (result.ok ? "ok" : result.error.code));
    const malformed = "malformed";
    expect(codes).toEqual([
      "ok",
      "unknown_operation",
      malformed,
      malformed,
      malformed,
      malformed,
      malformed,
      "forbidden",
      "not_found",
      "ok",
    ]);
    expect(changes.flatMap((change) => (change.kind === "mention" ? [change.value.postId] : []))).toEqual(["1", "5"]);
  });

  it("may hold characters that a database refuses", async () => {
    const device = await server().join(await server().workspace(), "advocate");
    const mention = await device.run("mention.report", sighting("1", { excerpt: "half an emoji \ud83d and a \u0000 zero" }));
    expect(mention.excerpt).toBe("half an emoji \ufffd and a \ufffd zero");
    const whole = 'a \\u0000 that is spelt, \\ and " and a whole \ud83d\ude00, and \udc00';
    expect((await device.run("mention.report", sighting("2", { excerpt: whole }))).excerpt).toBe(whole.replace("\udc00", "\ufffd"));
  });
});

describe("anybody", () => {
  it("may call from any origin, without cookies", async () => {
    const response = await server().app.request("/v1/sync", {
      method: "OPTIONS",
      headers: {
        origin: "moz-extension://some",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("authorization");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("sees whether the server lives and is ready", async () => {
    expect((await server().app.request("/healthz")).status).toBe(200);
    expect((await server().app.request("/readyz")).status).toBe(200);
  });

  it("gets a page behind an invitation that can load nothing", async () => {
    const response = await server().app.request("/join");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("its welcome page opens: paste the link there");
  });
});
