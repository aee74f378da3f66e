// @vitest-environment node
import { describe, expect, it } from "vitest";
import { FanswerError } from "../../lib/schema/errors.ts";
import { getMeta, swapTokens } from "../../lib/store/meta.ts";
import { device } from "../support/device.ts";
import { account, dana } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

const first = account(dana).token;
const second = "w.".padEnd(50, "n");

/** A device whose server offers it another token in its first answer. */
async function offered() {
  const server = new TestServer(dana);
  const seen: string[] = [];
  let offer: string | null = second;
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.push(new Headers(init?.headers).get("authorization")?.slice(7) ?? "");
    const answer = await server.fetch(url, init);
    return answer.ok && offer !== null ? Response.json({ ...(await answer.json()), token: offer }) : answer;
  };
  const store = await joinedStore();
  const around = device(store, { ...server, fetch } as TestServer);
  server.members.set(second, dana);
  const stop = () => {
    offer = null;
  };
  return { ...around, store, server, seen, stop, tokenNow: async () => (await getMeta(store, "account"))?.token };
}

describe("a device that is offered another token", () => {
  it("uses it from the next request on", async () => {
    const { sync, seen, stop, tokenNow } = await offered();
    await sync.run();
    stop();
    expect(await tokenNow()).toBe(second);
    await sync.run();
    expect([seen[0], seen.at(-1)]).toEqual([first, second]);
  });

  it("goes on with the former one where the server was restored from before, and loses nothing", async () => {
    const { sync, server, stop, tokenNow, seen } = await offered();
    await sync.run();
    stop();
    server.members.delete(second);
    await sync.run({ urgent: true });
    expect(await tokenNow()).toBe(first);
    expect(seen.at(-1)).toBe(first);
  });

  it("comes back to the later one where neither is known, and asks no more than twice", async () => {
    const { store, sync, server, seen, stop, tokenNow } = await offered();
    await sync.run();
    stop();
    server.refusal = new FanswerError("unauthorized");
    const before = seen.length;
    await sync.run({ urgent: true });
    expect(seen.length - before).toBe(2);
    expect(await tokenNow()).toBe(second);
    expect(await getMeta(store, "trouble")).toMatchObject({ code: "unauthorized" });
    expect(await swapTokens(store)).toBe(true);
  });

  it("has no former one before the first exchange", async () => {
    expect(await swapTokens(await joinedStore())).toBe(false);
  });
});
