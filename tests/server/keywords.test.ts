import { beforeEach, describe, expect, it } from "vitest";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { everything, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let ada: TestDevice;
let ann: TestDevice;

const entry = (text: string, id = text.replace(/\W/g, "_") || "_"): KeywordEntry => ({
  id,
  text,
  label: null,
  mustNear: [],
  mustNotNear: [],
});
const push = (entries: KeywordEntry[], baseVersion = 0) =>
  ada.run("keywords.push", { listId: "brand", name: "Brand", baseVersion, entries });
const refused = (code: string) => ({ code });

beforeEach(async () => {
  const workspace = await server().workspace();
  ada = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

describe("a keyword list", () => {
  it("is on the other devices with their next sync", async () => {
    const before = (await ann.sync([])).cursor;
    const list = await push([entry("acme"), entry("@acme", "handle"), entry("acmebud*")]);
    expect(list).toMatchObject({ id: "brand", version: 1 });
    expect((await ann.sync([], before)).changes).toEqual([{ kind: "keyword_list", value: list }]);
  });

  it("is not pushed over somebody else's push", async () => {
    await push([entry("acme")]);
    await expect(push([entry("other")])).rejects.toMatchObject(refused("list_stale"));
    await expect(push([entry("other")], 2)).rejects.toMatchObject(refused("list_stale"));
    expect(await push([entry("other")], 1)).toMatchObject({ version: 2 });
  });

  it("has one winner when two push at once", async () => {
    for (let version = 0; version < 10; version++) {
      const outcomes = await Promise.allSettled([push([entry("acme")], version), push([entry("other")], version)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    const { changes } = await everything(ann);
    expect(changes.filter(({ kind }) => kind === "keyword_list")).toMatchObject([{ value: { version: 10 } }]);
  });

  it.each([
    ["an expression", [entry("acme"), entry("acme.*phone", "b")], "line 2"],
    ["a lone star", [entry("*", "a")], "line 1"],
    ["the same line twice, whatever its case", [entry("acme"), entry("brand"), entry("ACME", "b")], "line 3: same_as 1"],
    ["the same id twice", [entry("acme"), entry("brand", "acme")], "line 2"],
    ["an expression among the words that must not stand near", [{ ...entry("acme"), mustNotNear: ["(a|b)+"] }], "line 1"],
  ])("is refused with %s, and the line is named", async (_what, entries, line) => {
    await expect(push(entries)).rejects.toMatchObject({ code: "keyword_invalid", message: expect.stringContaining(line) });
    expect((await everything(ann)).changes.some(({ kind }) => kind === "keyword_list")).toBe(false);
  });

  it("is for admins", async () => {
    await expect(ann.run("keywords.push", { listId: "brand", name: "Brand", baseVersion: 0, entries: [] })).rejects.toMatchObject(
      refused("forbidden"),
    );
  });
});

describe("an invitation", () => {
  it("is made by an admin, works once, and is nowhere in the database", async () => {
    const { code, link, role } = await ada.run("invitation.create", { role: "staff" });
    expect(link).toBe(`https://fanswer.example/join#${code}`);
    expect(role).toBe("staff");
    const { rows } = await server().deps.pool.query("SELECT i::text FROM invitations i UNION ALL SELECT o::text FROM operations o");
    expect(JSON.stringify(rows)).not.toContain(code.split("-")[1]);
    expect((await server().post("/v1/join", { protocol: 1, code, name: "Sam" })).status).toBe(200);
    await expect(ann.run("invitation.create", { role: "advocate" })).rejects.toMatchObject(refused("forbidden"));
  });

  it("asked for again by the same operation gets a new code in place of the old one", async () => {
    const id = "3b241101-e2bb-4255-8caf-4136c566a962";
    const lost = await ada.run("invitation.create", { role: "staff" }, id);
    const found = await ada.run("invitation.create", { role: "staff" }, id);
    expect((await server().post("/v1/join", { protocol: 1, code: lost.code, name: "Sam" })).status).toBe(403);
    expect((await server().post("/v1/join", { protocol: 1, code: found.code, name: "Sam" })).status).toBe(200);
    await expect(ada.run("invitation.create", { role: "admin" }, id)).rejects.toMatchObject(refused("operation_reused"));
  });
});
