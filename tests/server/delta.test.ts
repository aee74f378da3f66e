import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { limits } from "../../lib/schema/wire.ts";
import { nextRevision } from "../../server/operations/call.ts";
import { transaction } from "../../server/store/pool.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();

async function fill(device: TestDevice, count: number): Promise<void> {
  const reports = Array.from({ length: count }, (_, n) => ({ id: crypto.randomUUID(), name: "mention.report", args: sighting(`p${n}`) }));
  for (let at = 0; at < count; at += limits.operations) await device.sync(reports.slice(at, at + limits.operations));
}

describe("changes", () => {
  it("come in the order of their revisions, in pages, and end where the workspace is", async () => {
    const ann = await server().join(await server().workspace(), "advocate");
    const { cursor } = await ann.sync([]);
    await fill(ann, limits.changes + 20);
    const first = await ann.sync([], cursor);
    expect(first).toMatchObject({ more: true, changes: { length: limits.changes } });
    const second = await ann.sync([], first.cursor);
    expect(second.more).toBe(false);
    const revisions = [...first.changes, ...second.changes].map((change) => (change.kind === "mention" ? change.value.revision : 0));
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(limits.changes + 20);
    expect((await ann.sync([], second.cursor)).changes).toEqual([]);
  });

  it("begin again from the start when the epoch is another", async () => {
    const ann = await server().join(await server().workspace(), "advocate");
    await ann.run("mention.report", sighting("1"));
    const { cursor, changes } = await ann.sync([]);
    await server().deps.pool.query("UPDATE workspaces SET epoch = 'restored' WHERE workspace_id = $1", [ann.workspaceId]);
    expect(await ann.sync([], cursor)).toMatchObject({ startOver: true, cursor: { epoch: "restored", revision: 0 } });
    expect((await ann.sync([])).changes).toEqual(changes);
  });

  it("include the effect of the request's own operations", async () => {
    const ann = await server().join(await server().workspace(), "advocate");
    const { cursor } = await ann.sync([]);
    const { changes } = await ann.sync([{ id: crypto.randomUUID(), name: "mention.report", args: sighting("1") }], cursor);
    expect(changes).toMatchObject([{ kind: "mention", value: { id: "x:1" } }]);
  });

  it("show a person who joins to staff, and to other advocates not", async () => {
    const ann = await server().join(await server().workspace(), "advocate");
    const sam = await server().join(ann.workspaceId, "staff");
    const { cursor } = await sam.sync([]);
    const ben = await server().join(ann.workspaceId, "advocate");
    expect((await sam.sync([], cursor)).changes).toMatchObject([{ kind: "member", value: { id: ben.memberId, role: "advocate" } }]);
    expect((await ann.sync([], cursor)).changes).toEqual([]);
  });
});

describe("a reader beside eight writers, of whom some roll back", () => {
  it("skips nothing and ends with what is there", async () => {
    const workspace = await server().workspace();
    const writers = await Promise.all(Array.from({ length: 8 }, () => server().join(workspace, "staff")));
    const reader = await server().join(workspace, "advocate");
    const seen = new Map<string, number>();
    let writing = true;
    const { pool } = server().deps;
    const write = async (device: TestDevice, writer: number) => {
      for (let n = 0; n < 40; n++) {
        await device.run("mention.report", sighting(`w${writer}n${n}`));
        // One in ten takes a revision, thinks, and rolls back.
        const rollBack = transaction(pool, async (client) => {
          await nextRevision(client, workspace);
          await turn();
          throw new Error("changed my mind");
        });
        if (n % 10 === writer) await expect(rollBack).rejects.toThrow("changed my mind");
        else await rollBack.catch(() => {});
      }
    };
    const read = async () => {
      for (let cursor = null as Awaited<ReturnType<typeof reader.sync>>["cursor"] | null; ; ) {
        const wasWriting = writing;
        const page = await reader.sync([], cursor);
        for (const change of page.changes) if (change.kind === "mention") seen.set(change.value.id, change.value.revision);
        cursor = page.cursor;
        if (!wasWriting && !page.more) return;
      }
    };
    const reading = read();
    await Promise.all(writers.map(write));
    writing = false;
    await reading;
    const there = await mentionsOf(reader);
    expect(there.size).toBe(320);
    expect(seen).toEqual(new Map([...there].map(([id, { revision }]) => [id, revision])));
    const { cursor } = await everything(reader);
    expect(new Set(seen.values()).size).toBe(320);
    expect(Math.max(...seen.values())).toBeLessThanOrEqual(cursor.revision);
  });
});
