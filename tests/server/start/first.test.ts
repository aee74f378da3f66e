import * as v from "valibot";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { protocolVersion } from "../../../lib/schema/wire.ts";
import { KnowledgeItem } from "../../../lib/schema/workspace.ts";
import { parseInvitation } from "../../../lib/sync/invitation.ts";
import { newToken, readCredential } from "../../../server/ids.ts";
import { seedDemo } from "../../../server/start/demo.ts";
import { demoKnowledge } from "../../../server/start/demo-knowledge.ts";
import { prepareFirstStart } from "../../../server/start/first-admins.ts";
import { forgetExpired, forgetUses, openInvitations } from "../../../server/store/invitations.ts";
import { fullList, listHeads } from "../../../server/store/lists.ts";
import { devicesByToken, hasAdmin, membersOf, signOutAdmins } from "../../../server/store/members.ts";
import { all, first, one } from "../../../server/store/statement.ts";
import { everything, useServer } from "../support.ts";

const server = useServer();
const codeIn = (link: string) => parseInvitation(link, null).code;
const isOpen = async (link: string) => {
  const { workspaceId, hash } = readCredential(codeIn(link));
  return (await all(server().deps.pool, openInvitations, workspaceId, [hash], server().clock.now())).length > 0;
};

describe("the first start", () => {
  beforeEach(({ skip }) => {
    if (inject("database").template === null) skip("the database that was given holds others' workspaces by now");
  });

  it("makes a workspace and a way in for its first admin; another start another one, in place of the first", async () => {
    const { pool } = server().deps;
    const [invited] = await prepareFirstStart(server().deps);
    const again = await prepareFirstStart(server().deps);
    expect(again).toHaveLength(1);
    expect([await isOpen(invited?.link ?? ""), await isOpen(again[0]?.link ?? "")]).toEqual([false, true]);
    expect((await pool.query("SELECT count(*) AS n FROM workspaces")).rows[0].n).toBe(1);
  });

  it("invites nobody where there is an admin", async () => {
    const { pool } = server().deps;
    const { workspaceId } = readCredential(codeIn((await prepareFirstStart(server().deps))[0]?.link ?? ""));
    expect((await one(pool, hasAdmin, workspaceId)).yes).toBe(false);
    await server().join(workspaceId, "admin");
    expect((await one(pool, hasAdmin, workspaceId)).yes).toBe(true);
    expect(await prepareFirstStart(server().deps)).toEqual([]);
  });
});

describe("the demo", () => {
  it("is filled once, and invites anew each time", async () => {
    const { pool } = server().deps;
    const [one_, two] = [await seedDemo(server().deps), await seedDemo(server().deps)];
    expect(await Promise.all([one_.admin, two.admin, ...two.advocates].map(isOpen))).toEqual([true, true, true, true]);
    const { workspaceId } = readCredential(codeIn(two.admin));
    expect(await all(pool, listHeads, workspaceId)).toEqual([{ id: "acme", negative: false, size: 7 }]);
    expect((await first(pool, fullList, workspaceId, "acme"))?.list.entries).toContainEqual(
      expect.objectContaining({ text: "@acmesupport" }),
    );
    const { changes } = await everything(await server().join(workspaceId, "staff"));
    expect(changes.filter(({ kind }) => kind === "knowledge")).toHaveLength(demoKnowledge.length);
  });

  it("knows answers that members can take, each once", () => {
    for (const item of demoKnowledge) expect(v.safeParse(KnowledgeItem, item).issues, item.id).toBeUndefined();
    expect(new Set(demoKnowledge.map(({ id }) => id)).size).toBe(demoKnowledge.length);
    expect(demoKnowledge.every(({ answer, link }) => link === null || answer.includes("{link}"))).toBe(true);
  });
});

describe("a member's devices", () => {
  it("are found by the hash of their token, with where their workspace stands; signed out admins by none", async () => {
    const { pool } = server().deps;
    const workspace = await server().workspace();
    const [kim, ann] = [await server().join(workspace, "admin"), await server().join(workspace, "advocate")];
    const found = (token: string) => all(pool, devicesByToken, workspace, [readCredential(token).hash]);
    expect(await found(kim.token)).toMatchObject([{ device_id: kim.deviceId, id: kim.memberId, role: "admin", counter: 3, lowest: 0 }]);
    expect(await found(newToken(workspace))).toEqual([]);
    await all(pool, signOutAdmins, { workspaceId: workspace, at: server().clock.now() });
    expect([...(await found(kim.token)), ...(await found(ann.token))].map(({ ended }) => ended)).toEqual([true, false]);
    expect((await all(pool, membersOf, workspace)).map(({ role }) => role)).toEqual(["admin", "advocate"]);
  });

  it("come in by an invitation that nobody used and that has not expired", async () => {
    const { pool } = server().deps;
    const workspace = await server().workspace();
    const [used, unused] = [await server().code(workspace, "staff"), await server().code(workspace, "staff")];
    await server().post("/v1/join", { protocol: protocolVersion, code: used, name: "Sam" });
    const hashes = [used, unused].map((code) => readCredential(code).hash);
    const open = async () => (await all(pool, openInvitations, workspace, hashes, server().clock.now())).map(({ code_hash }) => code_hash);
    expect(await open()).toEqual([readCredential(unused).hash]);
    server().clock.advance(8 * 24 * 3_600_000);
    expect(await open()).toEqual([]);
    const forget = async (days: number) => {
      const before = new Date(server().clock.now().getTime() - days * 24 * 3_600_000);
      await all(pool, forgetUses, { workspaceId: workspace, before });
      await all(pool, forgetExpired, { workspaceId: workspace, now: server().clock.now(), before });
    };
    await forget(90);
    expect((await pool.query("SELECT used = 0 AS open FROM invitations WHERE workspace_id = $1", [workspace])).rows).toEqual([
      { open: false },
    ]);
    await forget(0);
    expect((await pool.query("SELECT FROM invitations WHERE workspace_id = $1", [workspace])).rowCount).toBe(0);
  });
});
