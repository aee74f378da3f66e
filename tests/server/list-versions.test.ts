import { beforeEach, describe, expect, it } from "vitest";
import { type KeywordEntry, keptVersions } from "../../lib/schema/keywords.ts";
import type { OperationCall } from "../../server/operations/call.ts";
import { lockedList } from "../../server/operations/list-versions.ts";
import { keepVersion, versionsOf } from "../../server/store/list-versions.ts";
import { all } from "../../server/store/statement.ts";
import { everything, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let workspace: string;
let ada: TestDevice;
let ann: TestDevice;

const entry = (text: string): KeywordEntry => ({ id: text, text, label: null, mustNear: [], mustNotNear: [] });
const push = (texts: readonly string[], baseVersion = 0, parts: { name?: string; negative?: boolean } = {}) =>
  ada.run("keywords.push", { listId: "brand", name: "Brand", baseVersion, entries: texts.map(entry), ...parts });
const versions = (listId = "brand") => ada.run("keywords.versions", { listId });
const version = (number: number) => ada.run("keywords.version", { listId: "brand", version: number });
const restore = (number: number, baseVersion: number, by = ada) =>
  by.run("keywords.restore", { listId: "brand", baseVersion, version: number });
const refused = (code: string) => ({ code });
const live = async () => (await everything(ann)).changes.flatMap((change) => (change.kind === "keyword_list" ? [change.value] : []));

beforeEach(async () => {
  workspace = await server().workspace();
  ada = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

describe("the versions of a list", () => {
  it("say who pushed each, when, how long it is, the latest first", async () => {
    await push(["acme"]);
    const eve = await server().join(workspace, "keyword_editor");
    await eve.run("keywords.push", {
      listId: "brand",
      name: "Ours",
      baseVersion: 1,
      negative: true,
      entries: ["acme", "other"].map(entry),
    });
    const { members } = await ada.run("people.list", { search: "", role: null, standing: null, order: "name", from: 0 });
    const nameOf = (id: string) => members.find((member) => member.id === id)?.name;
    expect(await versions()).toMatchObject([
      { version: 2, name: "Ours", negative: true, removed: false, size: 2, by: nameOf(eve.memberId), restored: null },
      { version: 1, name: "Brand", negative: false, removed: false, size: 1, by: nameOf(ada.memberId), restored: null },
    ]);
    expect(await version(1)).toMatchObject({ id: "brand", version: 1, name: "Brand", entries: [entry("acme")] });
    await expect(version(3)).rejects.toMatchObject(refused("not_found"));
    await expect(versions("none")).rejects.toMatchObject(refused("not_found"));
    await expect(ann.run("keywords.versions", { listId: "brand" })).rejects.toMatchObject(refused("forbidden"));
  });

  it("hold what a server of before pushed, though not who", async () => {
    await push(["acme"]);
    await push(["acme", "second"], 1);
    await server().deps.pool.query("DELETE FROM list_versions WHERE workspace_id = $1", [workspace]);
    expect(await versions()).toMatchObject([{ version: 2, size: 2, by: null }]);
    expect(await version(2)).toMatchObject({ entries: [{ text: "acme" }, { text: "second" }] });
    await push(["third"], 2);
    expect((await versions()).map((each) => [each.version, each.by === null])).toEqual([
      [3, false],
      [2, true],
    ]);
    await restore(2, 3);
    expect(await live()).toMatchObject([{ version: 4, entries: [{ text: "acme" }, { text: "second" }] }]);
  });

  it("are so many, and of long lists fewer", async () => {
    for (let base = 0; base < keptVersions.versions + 3; base++) await push([`word${base}`], base);
    expect((await versions()).map((each) => each.version)).toEqual(Array.from({ length: 20 }, (_, index) => 23 - index));
    await server().deps.pool.query("UPDATE list_versions SET size = 60_000 WHERE workspace_id = $1 AND version > 20", [workspace]);
    await push(["last"], 23);
    expect((await versions()).map((each) => each.version)).toEqual([24, 23]);
  });

  it("forget the name of who is a member no more", async () => {
    const eve = await server().join(workspace, "keyword_editor");
    await eve.run("keywords.push", { listId: "brand", name: "Brand", baseVersion: 0, entries: [] });
    await ada.run("member.remove", { memberId: eve.memberId });
    expect(await versions()).toMatchObject([{ version: 1, by: null }]);
  });

  it("go with their list", async () => {
    await push(["acme"]);
    await ada.run("keywords.remove", { listId: "brand", baseVersion: 1 });
    expect(await versions()).toMatchObject([
      { version: 2, removed: true, size: 0 },
      { version: 1, removed: false, size: 1 },
    ]);
    await server().deps.pool.query("DELETE FROM keyword_lists WHERE workspace_id = $1", [workspace]);
    const { rows } = await server().deps.pool.query("SELECT FROM list_versions WHERE workspace_id = $1", [workspace]);
    expect(rows).toEqual([]);
  });
});

describe("going back to a version", () => {
  it("is a further version that equals it, for every device and in the log", async () => {
    await push(["acme", "earbuds"]);
    await push(["acme"], 1, { name: "Ours", negative: true });
    expect(await restore(1, 2)).toMatchObject({ id: "brand", version: 3, name: "Brand", negative: false, removed: false });
    expect(await live()).toMatchObject([{ version: 3, name: "Brand", negative: false, entries: [{ text: "acme" }, { text: "earbuds" }] }]);
    expect((await versions()).map(({ version: number, size, restored }) => [number, size, restored])).toEqual([
      [3, 2, 1],
      [2, 1, null],
      [1, 2, null],
    ]);
    const { rows } = await server().deps.pool.query(
      "SELECT subject, detail FROM audit_log WHERE workspace_id = $1 AND action = 'keywords.restore'",
      [workspace],
    );
    expect(rows).toEqual([{ subject: "brand", detail: { version: 3, restored: 1 } }]);
  });

  it("brings a list back that was taken out, but does not take one out", async () => {
    await push(["acme"]);
    await ada.run("keywords.remove", { listId: "brand", baseVersion: 1 });
    expect(await restore(1, 2)).toMatchObject({ version: 3, removed: false });
    await expect(restore(2, 3)).rejects.toMatchObject(refused("not_found"));
    expect(await live()).toMatchObject([{ version: 3, removed: false, entries: [{ text: "acme" }] }]);
  });

  it("is refused under somebody else's push, of no version, and to who may not", async () => {
    await push(["acme"]);
    await push(["acme", "other"], 1);
    await expect(restore(1, 1)).rejects.toMatchObject(refused("list_stale"));
    await expect(restore(9, 2)).rejects.toMatchObject(refused("not_found"));
    await expect(restore(1, 2, ann)).rejects.toMatchObject(refused("forbidden"));
    expect(await live()).toMatchObject([{ version: 2 }]);
  });
});

describe("what is kept of a list", () => {
  it("is never written again: the first author stays", async () => {
    await push(["acme"]);
    const { pool } = server().deps;
    const at = { workspaceId: workspace, listId: "brand" };
    const before = await all(pool, versionsOf, at);
    await all(pool, keepVersion, { ...at, memberId: ann.memberId, restored: 7 });
    expect(await all(pool, versionsOf, at)).toEqual(before);
    expect(await all(pool, versionsOf, { ...at, listId: "none" })).toEqual([]);
  });

  it("is looked up under the list's lock, by the version that somebody began from", async () => {
    await push(["acme"]);
    const client = await server().deps.pool.connect();
    try {
      const call = { client, workspaceId: workspace } as unknown as OperationCall;
      expect(await lockedList(call, "brand", 1)).toMatchObject({ removed: false });
      await expect(lockedList(call, "brand", 2)).rejects.toMatchObject(refused("list_stale"));
      await expect(lockedList(call, "none", 0)).rejects.toMatchObject(refused("not_found"));
    } finally {
      client.release();
    }
  });
});
