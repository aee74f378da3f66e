import { Hono } from "hono";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { limits, oldestProtocol, protocolVersion } from "../../../lib/schema/wire.ts";
import type { Deps } from "../../../server/deps.ts";
import type { Entry } from "../../../server/door.ts";
import { withoutBase } from "../../../server/http/base-path.ts";
import { bodyFault, readBody, tokenOf } from "../../../server/http/body.ts";
import { joinPage } from "../../../server/http/join-page.ts";
import { entryOf, signedIn } from "../../../server/http/signed-in.ts";
import { createLimiter } from "../../../server/pace/limiter.ts";
import { deviceOf } from "../rows.ts";

const Schema = v.object({ protocol: v.number(), text: v.optional(v.string()), deep: v.optional(v.unknown()) });
const app = new Hono();
app.post("/", async (context) => context.json(await readBody(context, Schema)));
app.get("/token", (context) => context.text(tokenOf(context)));
app.get("/join", joinPage);
app.onError((thrown, context) => context.text(thrown instanceof FanswerError ? `${thrown.code} ${thrown.detail ?? ""}`.trim() : "fault"));

const sent = async (body: unknown) => {
  const response = await app.request("/", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
  return response.headers.get("content-type")?.includes("json") ? response.json() : response.text();
};
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a body", () => {
  it("is read in its form, and what is wrong is named", async () => {
    expect(await sent({ protocol: protocolVersion, text: "hello" })).toEqual({ protocol: protocolVersion, text: "hello" });
    expect(await sent({ protocol: protocolVersion, text: 1 })).toBe("malformed text");
    expect(await sent("{")).toBe("malformed");
  });

  it("of another protocol is refused as that, whatever else it holds", async () => {
    expect(await sent({ protocol: oldestProtocol - 1, text: 1 })).toBe("protocol_old");
    expect(await sent({ protocol: protocolVersion + 1, text: 1 })).toBe("protocol_new");
  });

  it("is not parsed where it nests deeper or holds more values than any of ours", async () => {
    const around = (deep: string) => `{"protocol":${protocolVersion},"deep":${deep}}`;
    expect(await sent(around(nested(20)))).toMatchObject({ protocol: protocolVersion });
    expect(await sent(around(nested(24)))).toBe("malformed");
    expect(await sent(around(`[${"0,".repeat(limits.requestBytes / 5)}0]`))).toBe("malformed");
    // Signs within a text count for nothing, also behind a quote that is part of it.
    expect(await sent({ protocol: protocolVersion, text: `\\"${"[".repeat(100)}` })).toMatchObject({ text: `\\"${"[".repeat(100)}` });
  });

  it("has no sign that the database cannot store, and every other one", async () => {
    const text = async (escaped: string) => (await sent(`{"protocol":${protocolVersion},"text":"${escaped}"}`)).text;
    expect(await text("a\\u0000b")).toBe("a\ufffdb");
    expect(await text("half \\ud83d")).toBe("half \ufffd");
    expect(await text("\\ude00 half")).toBe("\ufffd half");
    expect(await text("whole \\ud83d\\ude00")).toBe("whole 😀");
    expect(await text("\\\\u0000 and \\u0000")).toBe("\\u0000 and \ufffd");
  });

  it("that broke off is the sender's doing; an error of ours stays itself", () => {
    const tooLarge = new FanswerError("too_large");
    expect(bodyFault(tooLarge)).toBe(tooLarge);
    expect(bodyFault(new TypeError("aborted"))).toMatchObject({ code: "malformed", detail: "cut off" });
  });
});

describe("a token", () => {
  it.each([
    ["Bearer abc", "abc"],
    ["bearer abc", "abc"],
    ["Bearer a b", "unauthorized"],
    ["Basic abc", "unauthorized"],
    ["", "unauthorized"],
  ])("in %j is read as %s", async (authorization, expected) => {
    expect(await (await app.request("/token", { headers: { authorization } })).text()).toBe(expected);
  });
});

describe("a path", () => {
  it.each([
    ["/v1/sync", "https://a.example", "/v1/sync"],
    ["/fans/v1/sync", "https://a.example/fans", "/v1/sync"],
    ["/v1/sync", "https://a.example/fans", "/v1/sync"],
    ["/fans/join", "https://a.example/fans/", "/join"],
    ["/fansv1/sync", "https://a.example/fans", "/fansv1/sync"],
    ["/fans/other", "https://a.example/fans", "/fans/other"],
    ["/readyz", "https://a.example/r", "/readyz"],
  ])("%s of a server at %s is %s", (path, publicUrl, route) => {
    expect(withoutBase(path, publicUrl)).toBe(route);
  });
});

describe("behind a device's token", () => {
  const entry = {
    device: deviceOf(),
    seen: null,
    token: { since: new Date(0), salt: null },
    position: { epoch: "e", counter: 1, lowest: 0 },
    hours: null,
  } satisfies Entry;
  const spoilers = createLimiter(2, () => new Date(0));
  const deps = { door: async () => entry, spoilers } as unknown as Deps;
  const guarded = new Hono();
  guarded.post("/", signedIn(deps), async (context) =>
    context.json({ ...(await readBody(context, Schema)), by: entryOf(context).device.id }),
  );
  guarded.onError((thrown, context) => context.text(thrown instanceof FanswerError ? thrown.code : "fault"));
  const post = async (body: string) =>
    (await guarded.request("/", { method: "POST", body, headers: { authorization: "Bearer t" } })).text();

  it("it is known who asks; who sends the wrong form too often is not listened to", async () => {
    const good = JSON.stringify({ protocol: protocolVersion });
    expect(JSON.parse(await post(good))).toMatchObject({ by: "d1" });
    expect([await post("{"), await post("{"), await post(good)]).toEqual(["malformed", "malformed", "too_many"]);
  });
});

it("the page behind an invitation is framed by nobody and tells nobody where it was", async () => {
  const { headers } = await app.request("/join");
  expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect([headers.get("referrer-policy"), headers.get("cache-control")]).toEqual(["no-referrer", "no-store"]);
});
