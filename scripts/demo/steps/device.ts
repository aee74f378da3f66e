import { randomUUID } from "node:crypto";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../../lib/schema/operations.ts";
import type { Role } from "../../../lib/schema/roles.ts";
import { type Change, type JoinResponse, protocolVersion, type SyncResponse } from "../../../lib/schema/wire.ts";
import type { StartLevel } from "../../../lib/schema/workspace.ts";

/** Another device of the workspace, without a browser: what it sees is what the server holds. */
export interface OtherDevice {
  mentions(): Promise<Mention[]>;
  /** The keyword lists that are live. */
  lists(): Promise<KeywordList[]>;
  run<N extends OperationName>(name: N, args: OperationArgs<N>): Promise<OperationResult<N>>;
  /** A fresh invitation link; the device must be an admin's. `level`: the trust that one begins with, 1 (no review of the replies) when left out. */
  invite(role: Role, level?: StartLevel): Promise<string>;
  /** Removes whoever joined by this name before, so that somebody can join by it again; the device must be an admin's. */
  freeName(name: string): Promise<void>;
}

async function post<T>(url: string, body: unknown, token: string | null): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer as T;
}

/** The code at the end of an invitation link. */
function codeOf(link: string): string {
  return link.split(/[#/=]/).at(-1) ?? "";
}

/** Joins with an invitation link. */
export async function joinDevice(link: string, name: string): Promise<OtherDevice> {
  const { origin } = new URL(link);
  const { token } = await post<JoinResponse>(`${origin}/v1/join`, { protocol: protocolVersion, code: codeOf(link), name }, null);
  const sync = (since: SyncResponse["cursor"] | null, operations: readonly unknown[]) =>
    post<SyncResponse>(`${origin}/v1/sync`, { protocol: protocolVersion, since, operations }, token);
  const everything = async () => {
    const changes: Change[] = [];
    for (let page = await sync(null, []); ; page = await sync(page.cursor, [])) {
      changes.push(...page.changes);
      if (!page.more) return changes;
    }
  };
  const run: OtherDevice["run"] = async (name, args) => {
    const { results } = await sync(null, [{ id: randomUUID(), name, args }]);
    const [outcome] = results;
    if (!outcome?.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value as OperationResult<typeof name>;
  };
  return {
    run,
    async mentions() {
      const found = new Map<string, Mention>();
      for (const change of await everything()) if (change.kind === "mention") found.set(change.value.id, change.value);
      return [...found.values()];
    },
    async lists() {
      const found = new Map<string, KeywordList>();
      for (const change of await everything()) if (change.kind === "keyword_list") found.set(change.value.id, change.value);
      return [...found.values()].filter(({ removed }) => !removed);
    },
    async invite(role, level = 1) {
      const { link: fresh } = await run("invitation.create", { role, level });
      return fresh;
    },
    async freeName(name) {
      const { members } = await run("people.list", { search: name, role: null, standing: null, order: "joined", from: 0 });
      for (const { id: memberId } of members.filter((member) => member.name === name)) await run("member.remove", { memberId });
    },
  };
}
