import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { operations } from "../../../lib/schema/operations.ts";
import { firsts, grouped } from "../../../server/grouping.ts";
import type { Ask } from "../../../server/operations/call.ts";
import { checked } from "../../../server/operations/check.ts";
import { handlers, manyHandlers } from "../../../server/operations/handlers.ts";
import { answerTwins, bodyHash, each } from "../../../server/operations/once.ts";
import { doingOf } from "../../../server/operations/paced.ts";
import { toWireError } from "../../../server/operations/wire-error.ts";
import { DatabaseAway } from "../../../server/store/statement.ts";
import { deviceOf } from "../rows.ts";
import { sighting } from "../support.ts";

const raw = (name: string, args: unknown, id: unknown = randomUUID()) => ({ id, name, args });
const get = { mentionId: "x:1" };
const outcome = (device: Parameters<typeof deviceOf>[0], sent: unknown) => {
  const ask = checked(deviceOf(device), sent);
  return ask instanceof FanswerError ? [ask.code, ask.detail] : ask.name;
};
const ask = (name: string, args: unknown, id: string = randomUUID(), deviceId = "d1") =>
  ({ device: { ...deviceOf(), id: deviceId }, operationId: id, name, args }) as unknown as Ask;

describe("an operation as it was sent", () => {
  it("is taken in its form, its id in small letters", () => {
    const id = randomUUID().toUpperCase();
    expect(checked(deviceOf(), raw("mention.get", get, id))).toMatchObject({
      operationId: id.toLowerCase(),
      name: "mention.get",
      args: get,
    });
  });

  it.each([
    ["nothing", null, "malformed"],
    ["no id", raw("mention.get", get, 7), "malformed"],
    ["a name that nobody knows", raw("mention.burn", get), "unknown_operation"],
    ["a name that every object has", raw("constructor", get), "unknown_operation"],
    ["arguments of another form", raw("mention.get", { mentionId: 1 }), "malformed"],
  ])("with %s is refused", (_, sent, code) => {
    expect([outcome({}, sent)].flat()[0]).toBe(code);
  });

  it("names the place of what is wrong", () => {
    expect(outcome({}, raw("mention.get", { mentionId: 1 }))).toEqual(["malformed", "mentionId"]);
  });

  it("is refused before its arguments are read where the member's role lacks the ability", () => {
    expect(outcome({ role: "advocate" }, raw("mention.merge", "rubbish"))).toEqual(["forbidden", null]);
    expect(outcome({ role: "staff" }, raw("mention.merge", { mentionId: "x:1", intoId: "x:2" }))).toBe("mention.merge");
  });

  it("costs an answer whatever it does when it is looked at", () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error("trap");
        },
        ownKeys: () => {
          throw new Error("trap");
        },
      },
    );
    expect([outcome({}, trap)].flat()[0]).toBe("malformed");
  });

  it("has a handler, by itself or for many, and one only", () => {
    const [one, many] = [Object.keys(handlers), Object.keys(manyHandlers)];
    expect([...one, ...many].toSorted()).toEqual(Object.keys(operations).toSorted());
  });

  it("counts towards the limit of its name; a post without keywords towards that of posts added by hand", () => {
    expect(doingOf(ask("mention.get", get)).kind).toBe("mention.get");
    expect(doingOf(ask("mention.report", sighting("1"))).kind).toBe("mention.report");
    expect(doingOf(ask("mention.report", sighting("1", { hits: [] })))).toMatchObject({ kind: "report.by_hand", workspaceId: "w1" });
  });
});

describe("the same operation twice in one batch", () => {
  const id = randomUUID();
  const [first, repeat] = [ask("mention.dismiss", get, id), ask("mention.dismiss", get, id)];
  const [changed, other] = [ask("mention.dismiss", { mentionId: "x:2" }, id), ask("mention.dismiss", get, id, "d2")];

  it("is done once, of each device", () => {
    expect(each([first, repeat, other])).toEqual([first, other]);
  });

  it("is done each time where its answer is not kept", () => {
    expect(operations["mention.look"].stored).toBe(false);
    const [one, two] = [ask("mention.look", get, id), ask("mention.look", get, id)];
    expect(each([one, two])).toEqual([one, two]);
  });

  it("is answered the same, or refused with other arguments", () => {
    const twins = answerTwins([repeat, changed], new Map([[first, "done"]]));
    expect(twins.get(repeat)).toBe("done");
    expect(twins.get(changed)).toMatchObject({ code: "operation_reused" });
    expect(bodyHash(first)).not.toEqual(bodyHash(changed));
  });
});

describe("what was thrown", () => {
  const logged: string[] = [];
  const read = (thrown: unknown) => toWireError(thrown, (_level, event) => void logged.push(event));

  it("reaches a device as its code, with when it works again", () => {
    const again = new Date("2026-03-02T11:00:00.000Z");
    expect(read(new FanswerError("too_many", null, { again }))).toMatchObject({ code: "too_many", again: again.toISOString() });
    expect(read(new FanswerError("not_found"))).not.toHaveProperty("again");
    expect(logged).toEqual([]);
  });

  it("is the server's fault otherwise, of which no word leaves it", () => {
    expect(read(new Error("secret words"))).toMatchObject({ code: "internal" });
    expect(JSON.stringify(read(new Error("secret words")))).not.toContain("secret");
    expect(read(new DatabaseAway(new Error("gone")))).toMatchObject({ code: "server_failed" });
    expect(logged).toEqual(["failed", "failed", "failed"]);
  });
});

it("items are grouped by their key, in their order", () => {
  const items = ["b1", "a1", "b2"];
  expect([...grouped(items, (item) => item.slice(0, 1))]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
  expect([...firsts(items, (item) => item.slice(0, 1)).values()]).toEqual(["b1", "a1"]);
});
