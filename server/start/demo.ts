import type { PoolClient } from "pg";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Deps } from "../deps.ts";
import { newId } from "../ids.ts";
import { nextRevision } from "../operations/call.ts";
import { invite } from "../operations/invitation.ts";
import { putKnowledge, putList } from "../store/lists.ts";
import { transaction } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { insertWorkspace, lockFirstStart, workspaceById } from "../store/workspaces.ts";
import { demoKnowledge } from "./demo-knowledge.ts";

/** Links of invitations, each for one person. */
export interface DemoInvitations {
  readonly admin: string;
  readonly staff: string;
  readonly advocates: readonly string[];
}

const workspaceId = "acmedemo0000";

const entry = (id: string, text: string, mustNotNear: string[] = [], mustNear: string[] = []): KeywordEntry => ({
  id,
  text,
  label: "Acme",
  mustNear,
  mustNotNear,
});

const entries = [
  entry("handle", "@acmesupport"),
  entry("brand-handle", "@acme"),
  entry("hashtag", "#acmebuds"),
  entry("domain", "acme.example"),
  entry("brand", "acme", ["coyote", "anvil", "cartoon"]),
  entry("products", "acmebud*"),
  entry("charger", "power puck", [], ["acme", "charger", "charging"]),
];

async function seed(client: PoolClient, at: Date): Promise<void> {
  await all(client, lockFirstStart);
  if (await workspaceById(client, workspaceId)) return;
  await all(client, insertWorkspace, workspaceId, "Acme", "I'm an Acme customer", newId(), at);
  const list = { id: "acme", name: "Acme", version: 1, negative: false, entries: JSON.stringify(entries) };
  await all(client, putList, { workspaceId, ...list, at, revision: await nextRevision(client, workspaceId) });
  for (const { kinds = [], ...item } of demoKnowledge) {
    const row = { ...item, kinds, validUntil: null, keepsDay: false, owner: null, proposed: false };
    await all(client, putKnowledge, { ...row, workspaceId, revision: await nextRevision(client, workspaceId) });
  }
}

/** Sees to it that the workspace "Acme" is there, and makes fresh invitations to it. */
export function seedDemo({ pool, now, publicUrl }: Pick<Deps, "pool" | "now" | "publicUrl">): Promise<DemoInvitations> {
  return transaction(pool, async (client) => {
    await seed(client, now());
    const link = async (role: Role) =>
      (await invite(client, publicUrl(), now(), { workspaceId, id: newId(), role, level: 1, createdBy: null })).link;
    return { admin: await link("admin"), staff: await link("staff"), advocates: [await link("advocate"), await link("advocate")] };
  });
}
