import type { Pool, PoolClient } from "pg";
import {
  allowAudit,
  auditMarks,
  chainEnd,
  cutLines,
  hashOfPlace,
  lockChain,
  looseLines,
  moveChain,
  placeToCut,
  putAuditMark,
  signMark,
  takeLinesIn,
} from "../store/audit.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one, type Queryable } from "../store/statement.ts";
import { type ChainPlace, chainFolds, digestOf, markText } from "./chain.ts";
import { newSalt } from "./note.ts";
import type { Signer } from "./signer.ts";

/** The workspace's counter is locked for so many lines. */
const perRound = 1_000;

/** Takes lines of a former release, which know no chain, into it: as new ones, oldest first. Gives how many. */
export async function takeInLines(pool: Pool, workspaceId: string): Promise<number> {
  for (let taken = 0; ; ) {
    // Mostly there are none, and then nothing is locked.
    if ((await all(pool, looseLines, { workspaceId, most: 1 })).length === 0) return taken;
    taken += await transaction(pool, async (client) => {
      await one(client, lockChain, { workspaceId });
      const lines = (await all(client, looseLines, { workspaceId, most: perRound })).map((line) => ({ ...line, salt: newSalt() }));
      const column = <T>(of: (line: (typeof lines)[number]) => T) => lines.map(of);
      await all(client, takeLinesIn, {
        workspaceId,
        ats: column(({ at }) => at),
        entries: column(({ entryId }) => entryId),
        salts: column(({ salt }) => salt),
        folds: chainFolds(column((line) => digestOf(workspaceId, line))),
      });
      await all(client, moveChain, { workspaceId, count: lines.length });
      return lines.length;
    });
  }
}

const sign = (on: Queryable, signer: Signer, at: Date, workspaceId: string, kind: "cut" | "head", { seq, hash }: ChainPlace) =>
  all(on, putAuditMark, { workspaceId, kind, seq, hash, signature: signer.sign(markText(workspaceId, kind, seq, hash)), at });

/** Signs where the chain ends now. */
export async function signEnd(pool: Pool, signer: Signer, at: Date, workspaceId: string): Promise<void> {
  const end = await one(pool, chainEnd, { workspaceId });
  const signed = (await all(pool, auditMarks, { workspaceId })).find(({ kind }) => kind === "head");
  if (end.seq > (signed?.seq ?? 0)) await sign(pool, signer, at, workspaceId, "head", end);
}

/** The place up to which all lines are older than `before`, and were added together with none that is younger; null: there is none. */
async function findCut(client: PoolClient, workspaceId: string, before: Date): Promise<ChainPlace | null> {
  const end = await one(client, lockChain, { workspaceId });
  const cut = await first(client, placeToCut, { workspaceId, before });
  if (cut === null || cut.seq === end.seq) return end.seq === 0 ? null : end;
  const there = await first(client, hashOfPlace, { workspaceId, seq: cut.seq });
  return there && { seq: cut.seq, hash: there.hash };
}

/** Deletes the lines from before `before`, and signs where the chain begins from then on. */
export async function cutAudit(pool: Pool, signer: Signer, at: Date, workspaceId: string, before: Date): Promise<void> {
  await transaction(pool, async (client) => {
    const cut = await findCut(client, workspaceId, before);
    if (cut === null) return;
    await sign(client, signer, at, workspaceId, "cut", cut);
    await all(client, allowAudit, "cut");
    await all(client, cutLines, { workspaceId, upTo: cut.seq });
  });
}

/** Has what a former secret of the server signed signed with the present one; gives how many were signed with neither. */
export async function signAnew(pool: Pool, signer: Signer, workspaceId: string): Promise<number> {
  let strange = 0;
  for (const mark of await all(pool, auditMarks, { workspaceId })) {
    const text = markText(workspaceId, mark.kind, mark.seq, mark.hash);
    const by = signer.signedBy(text, mark.signature);
    if (by === "former") await all(pool, signMark, { workspaceId, kind: mark.kind, signature: signer.sign(text) });
    if (by === null) strange += 1;
  }
  return strange;
}
