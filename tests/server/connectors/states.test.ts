import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { CallProblem } from "../../../lib/schema/integration.ts";
import { jsonApi, statesOneByOne } from "../../../server/connectors/desk.ts";
import { deskOf } from "../../../server/connectors/desks.ts";
import { holdsTemplate, unrendered } from "../../../server/connectors/templates.ts";
import { zammadStates } from "../../../server/connectors/zammad-states.ts";
import { CallError, type OutboundCall } from "../../../server/egress/outbound.ts";

const failing = (problem: CallProblem) => async (): Promise<never> => {
  throw new CallError(problem);
};

describe("a JSON API", () => {
  const calls: OutboundCall[] = [];
  const answering = (text: string) =>
    jsonApi(
      async (call) => {
        calls.push(call);
        return { status: 200, text };
      },
      "https://desk.example",
      { authorization: "Token t" },
    );
  const Schema = v.object({ id: v.number() });

  it("is asked with its authorization, and a body only where there is one", async () => {
    expect(await answering('{"id":7,"more":1}')("GET", "/a", Schema)).toEqual({ id: 7 });
    await answering('{"id":7}')("POST", "/b", Schema, { x: 1 }, { "x-own": "1" });
    expect(calls).toEqual([
      { method: "GET", url: "https://desk.example/a", headers: { accept: "application/json", authorization: "Token t" } },
      {
        method: "POST",
        url: "https://desk.example/b",
        headers: { accept: "application/json", "content-type": "application/json", authorization: "Token t", "x-own": "1" },
        body: '{"x":1}',
      },
    ]);
  });

  it.each(["<html>", "[]", '{"id":"7"}'])("that answers %s says nothing that is documented", async (text) => {
    await expect(answering(text)("GET", "/", Schema)).rejects.toMatchObject({ problem: "malformed", status: 200 });
  });
});

describe("tickets that are asked about one by one", () => {
  it("are open, closed or missing; any other failure is the desk's", async () => {
    const isClosed = async (id: string) => (id === "3" ? failing("not_found")() : id === "2");
    expect([...(await statesOneByOne(["1", "2", "3"], isClosed))]).toEqual([
      ["1", "open"],
      ["2", "closed"],
      ["3", "missing"],
    ]);
    await expect(statesOneByOne(["1"], failing("failed"))).rejects.toMatchObject({ problem: "failed" });
  });
});

describe("the states of a Zammad", () => {
  const own = [
    { name: "solved", state_type: "closed", active: false },
    { name: "gelöst", state_type: "closed", active: true },
    { name: "wartet", state_type: "open", active: true },
  ];
  const asked: string[] = [];
  const states = (answer: () => Promise<unknown> = async () => own) =>
    zammadStates((async (_method: string, path: string) => {
      asked.push(path);
      return answer();
    }) as Parameters<typeof zammadStates>[0]);

  it("that it comes with are known by name, without asking", async () => {
    asked.length = 0;
    const { isClosed } = states();
    expect(await Promise.all(["new", "open", "pending close", "closed", "merged"].map(isClosed))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(asked).toEqual([]);
  });

  it("that admins named count by their type, asked for once", async () => {
    asked.length = 0;
    const { isClosed } = states();
    expect([await isClosed("gelöst"), await isClosed("wartet"), await isClosed("solved")]).toEqual([true, false, true]);
    expect(asked).toHaveLength(1);
  });

  it("are told by their names where the key may not ask for types; asked again after a fault", async () => {
    const { isClosed } = states(failing("auth"));
    expect([await isClosed("closed successful"), await isClosed("closing soon"), await isClosed("wartet")]).toEqual([true, false, false]);
    let failures = 0;
    const flaky = states(async () => {
      if (failures++ === 0) await failing("failed")();
      return own;
    });
    await expect(flaky.isClosed("gelöst")).rejects.toMatchObject({ problem: "failed" });
    expect(await flaky.isClosed("gelöst")).toBe(true);
  });

  it("are entered by the name that stands for them there, never by one that is out of use", async () => {
    const tried: string[] = [];
    const put = async (state: string) => {
      tried.push(state);
      if (state === "closed") await failing("refused")();
    };
    await states().named("closed", put);
    expect(tried).toEqual(["closed", "gelöst"]);
    await expect(states(async () => []).named("closed", put)).rejects.toMatchObject({ problem: "refused" });
    await expect(states().named("open", failing("auth"))).rejects.toMatchObject({ problem: "auth" });
  });
});

describe("a text for a desk that renders templates", () => {
  it.each([
    ["{{ticket.requester.email}}", true],
    ["{% raw %}", true],
    ["{ {x} }", false],
    ["a {b}", false],
  ])("%s would be rendered: %s", (text, holds) => {
    expect(holdsTemplate(text)).toBe(holds);
    expect(holdsTemplate(unrendered(text))).toBe(false);
    expect(unrendered(text).replaceAll("\u200b", "")).toBe(text);
  });
});

it.each([
  [{ kind: "zendesk", address: "https://acme.zendesk.com" }, "acme.zendesk.com"],
  [{ kind: "chatwoot", address: "https://chat.example", accountId: 1, inboxId: 2 }, "chat.example"],
  [{ kind: "zammad", address: "https://zammad.example", group: "Users" }, "zammad.example"],
])("the desk behind %j is asked at its own address", async (target, host) => {
  const asked: string[] = [];
  const desk = deskOf(
    async ({ url }) => {
      asked.push(new URL(url).host);
      throw new CallError("auth", 401);
    },
    target as Parameters<typeof deskOf>[1],
    "user@acme.example:key",
  );
  await expect(desk.check()).rejects.toMatchObject({ problem: "auth" });
  expect(asked).toEqual([host]);
});
