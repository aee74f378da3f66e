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

describe("a keyword list that is taken out", () => {
  const remove = (baseVersion: number, listId = "brand") => ada.run("keywords.remove", { listId, baseVersion });
  const listNow = async () => (await everything(ann)).changes.flatMap((change) => (change.kind === "keyword_list" ? change.value : []));

  it("loses its lines at once, is told as its next version, and comes back by a push on that", async () => {
    await push([entry("acme")]);
    const before = (await ann.sync([])).cursor;
    const head = await remove(1);
    expect(head).toMatchObject({ id: "brand", name: "Brand", version: 2, removed: true });
    expect((await ann.sync([], before)).changes).toEqual([{ kind: "keyword_list", value: { ...head, entries: [] } }]);
    expect(await push([entry("acme")], 2)).toMatchObject({ version: 3, removed: false });
    expect(await listNow()).toMatchObject([{ version: 3, removed: false, entries: [{ text: "acme" }] }]);
  });

  it("is not taken out under somebody else's push, nor twice, nor where there is none", async () => {
    await push([entry("acme")]);
    await push([entry("acme"), entry("other")], 1);
    await expect(remove(1)).rejects.toMatchObject(refused("list_stale"));
    await remove(2);
    await expect(remove(3)).rejects.toMatchObject(refused("list_stale"));
    await expect(push([entry("mine")], 2)).rejects.toMatchObject(refused("list_stale"));
    await expect(remove(1, "none")).rejects.toMatchObject(refused("not_found"));
    await expect(ann.run("keywords.remove", { listId: "brand", baseVersion: 3 })).rejects.toMatchObject(refused("forbidden"));
  });
});

describe("a keyword list", () => {
  it("is on the other devices with their next sync", async () => {
    const before = (await ann.sync([])).cursor;
    const entries = [entry("acme"), entry("@acme", "handle"), entry("acmebud*")];
    const head = await push(entries);
    expect(head).toMatchObject({ id: "brand", version: 1, negative: false });
    expect((await ann.sync([], before)).changes).toEqual([{ kind: "keyword_list", value: { ...head, entries } }]);
  });

  it("keeps all that its entries say, and that it is a negative one", async () => {
    const full: KeywordEntry = {
      ...entry("delta"),
      label: "Delta",
      mustNear: ["flight"],
      mustNotNear: ["river"],
      within: 3,
      languages: ["en", "nb"],
      ignoreAuthors: ["@deltanews"],
      ignoreDomains: ["delta.example"],
      leet: true,
      ambiguous: true,
    };
    await ada.run("keywords.push", { listId: "not", name: "Not us", baseVersion: 0, negative: true, entries: [full] });
    const { changes } = await everything(ann);
    expect(changes).toContainEqual({ kind: "keyword_list", value: expect.objectContaining({ negative: true, entries: [full] }) });
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
    ["no handle where an author is ignored", [{ ...entry("acme"), ignoreAuthors: ["not one"] }], "line 1: no_handle"],
    ["no domain where one is ignored", [{ ...entry("acme"), ignoreDomains: ["acme"] }], "line 1: no_domain"],
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

describe("a list of 20,000 keywords", () => {
  const pushId = "7b0b3c53-7c1f-4a2e-9d55-0c1f6a3a9a10";
  const long = Array.from({ length: 20_000 }, (_, index) => ({
    ...entry(`acme product ${index}`, `e-${index}`),
    mustNear: ["earbuds", "pairing"],
  }));
  const part = (number: number, entries: KeywordEntry[], id = pushId) => ada.run("keywords.part", { pushId: id, part: number, entries });
  const last = (count: number, entries: KeywordEntry[], id = pushId) =>
    ada.run("keywords.push", { listId: "brand", name: "Brand", baseVersion: 0, parts: { pushId: id, count }, entries });
  const thousands = Array.from({ length: 20 }, (_, index) => long.slice(index * 1000, (index + 1) * 1000));

  it("is too long for one request", async () => {
    const operation = { id: pushId, name: "keywords.push", args: { listId: "brand", name: "Brand", baseVersion: 0, entries: long } };
    expect((await server().post("/v1/sync", { protocol: 1, since: null, operations: [operation] }, ada.token)).status).toBe(413);
  });

  it("comes in parts, in whatever order and twice, and is there at once and whole", async () => {
    for (const [index, entries] of [...thousands.slice(0, 19).entries()].reverse()) await part(index + 1, entries);
    await part(3, thousands[2] ?? []);
    expect((await everything(ann)).changes.some(({ kind }) => kind === "keyword_list")).toBe(false);
    await last(19, thousands[19] ?? []);
    const { changes } = await everything(ann);
    const lists = changes.flatMap((change) => (change.kind === "keyword_list" ? [change.value] : []));
    expect(lists.map(({ version, entries }) => [version, entries.length])).toEqual([[1, 20_000]]);
    expect(lists[0]?.entries).toEqual(long);
    const { rows } = await server().deps.pool.query("SELECT count(*)::int AS left FROM keyword_parts WHERE workspace_id = $1", [
      ada.workspaceId,
    ]);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it("gets its answer again when the push is repeated", async () => {
    await part(1, long.slice(0, 10));
    const args = { listId: "brand", name: "Brand", baseVersion: 0, parts: { pushId, count: 1 }, entries: [] };
    const head = await ada.run("keywords.push", args, pushId);
    expect(await ada.run("keywords.push", args, pushId)).toEqual(head);
  });

  it("is not pushed while a part is missing, nor with another device's", async () => {
    await part(1, long.slice(0, 10));
    await expect(last(2, [])).rejects.toMatchObject(refused("not_found"));
    const other = await server().join(ada.workspaceId, "admin");
    const args = { listId: "brand", name: "Brand", baseVersion: 0, parts: { pushId, count: 1 }, entries: [] };
    await expect(other.run("keywords.push", args)).rejects.toMatchObject(refused("not_found"));
  });

  it("keeps its parts when the push is refused", async () => {
    await part(1, long.slice(0, 10));
    await expect(last(1, long.slice(0, 1))).rejects.toMatchObject({
      code: "keyword_invalid",
      message: expect.stringContaining("line 11: same_as 1"),
    });
    expect(await last(1, [])).toMatchObject({ version: 1 });
  });

  it("names the part and the line of a keyword that cannot be used", async () => {
    await expect(part(2, [entry("acme"), entry("a.*b")])).rejects.toMatchObject({
      message: expect.stringContaining("part 2, line 2: expression"),
    });
  });

  it("holds no more than that", async () => {
    for (const [index, entries] of thousands.entries()) await part(index + 1, entries);
    await expect(last(20, [entry("one more")])).rejects.toMatchObject(refused("too_large"));
  });

  it("loses parts that nobody pushed for a day", async () => {
    await part(1, long.slice(0, 10));
    server().clock.advance(25 * 3_600_000);
    await part(1, long.slice(0, 10), "3b241101-e2bb-4255-8caf-4136c566a962");
    await expect(last(1, [])).rejects.toMatchObject(refused("not_found"));
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
