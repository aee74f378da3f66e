import type { Pool, PoolClient } from "pg";
import { auditMarks, chainEnd, hashOfPlace, linesAfter, placeBefore } from "../store/audit.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one } from "../store/statement.ts";
import { type ChainFault, type ChainPlace, ChainWalk, markText } from "./chain.ts";
import type { Signer } from "./signer.ts";

/** Where the chain does not hold; `unsigned`: what is signed of the place at `seq` was not signed by this server, or says something else. */
export type AuditFault = ChainFault | { readonly problem: "unsigned"; readonly seq: number };

/** What was found of a workspace's log. */
export interface AuditCheck {
  /** Lines that were read, the last of them at `upTo`. */
  readonly lines: number;
  readonly upTo: number;
  /** The first place that does not hold; null: all of it holds. */
  readonly fault: AuditFault | null;
}

const perPage = 2_000;
const nothing: ChainPlace = { seq: 0, hash: Buffer.alloc(0) };

interface Looking {
  readonly client: PoolClient;
  readonly workspaceId: string;
  /** Null: what is signed is not looked at. */
  readonly signer: Signer | null;
}

/** The places that were signed, each as it was signed; else the fault. */
async function signedPlaces({ client, workspaceId, signer }: Looking): Promise<{ cut: ChainPlace; head: ChainPlace | null } | AuditFault> {
  const marks = await all(client, auditMarks, { workspaceId });
  for (const { kind, seq, hash, signature } of marks) {
    if (signer && signer.signedBy(markText(workspaceId, kind, seq, hash), signature) === null) return { problem: "unsigned", seq };
  }
  const find = (wanted: string) => marks.find(({ kind }) => kind === wanted) ?? null;
  return { cut: find("cut") ?? nothing, head: find("head") };
}

/** Where to begin so that about `most` lines are read: null for all. */
async function beginning({ client, workspaceId }: Looking, cut: ChainPlace, end: ChainPlace, most: number | null): Promise<ChainPlace> {
  const seq = most === null ? 0 : end.seq - most + 1;
  if (seq <= cut.seq + 1) return cut;
  // None: that very line, or the one before it, is missing, which is found from the cut on.
  return (await first(client, placeBefore, { workspaceId, seq })) ?? cut;
}

async function walk(looking: Looking, from: ChainPlace, end: ChainPlace, ending: AbortSignal | undefined): Promise<AuditCheck> {
  const { client, workspaceId } = looking;
  const chain = new ChainWalk(workspaceId, from);
  let lines = 0;
  while (chain.last.seq < end.seq) {
    ending?.throwIfAborted();
    const page = await all(client, linesAfter, { workspaceId, after: chain.last.seq, most: perPage });
    const fault = chain.next(page) ?? (page.length === 0 ? { problem: "missing" as const, seq: chain.last.seq + 1, to: end.seq } : null);
    lines += page.length;
    if (fault) return { lines, upTo: chain.last.seq, fault };
  }
  const isEnd = chain.last.seq === end.seq && chain.last.hash.equals(end.hash);
  return { lines, upTo: chain.last.seq, fault: isEnd ? null : { problem: "changed", seq: end.seq } };
}

/** As `checkAudit`, within a transaction. */
export async function lookAtAudit(looking: Looking, most: number | null, ending?: AbortSignal): Promise<AuditCheck> {
  const { client, workspaceId } = looking;
  const end = await one(client, chainEnd, { workspaceId });
  const signed = await signedPlaces(looking);
  if ("problem" in signed) return { lines: 0, upTo: 0, fault: signed };
  const { cut, head } = signed;
  const found = await walk(looking, await beginning(looking, cut, end, most), end, ending);
  if (found.fault || head === null || head.seq <= cut.seq) return found;
  // Who wrote the whole chain anew could not sign it.
  const there = await first(client, hashOfPlace, { workspaceId, seq: head.seq });
  return there?.hash.equals(head.hash) ? found : { ...found, fault: { problem: "unsigned", seq: head.seq } };
}

/** Reads a workspace's log as of one instant, its last `most` lines (null: all), and says where it does not hold. */
export async function checkAudit(
  pool: Pool,
  workspaceId: string,
  signer: Signer | null,
  most: number | null,
  ending?: AbortSignal,
): Promise<AuditCheck> {
  return transaction(pool, async (client) => {
    await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return lookAtAudit({ client, workspaceId, signer }, most, ending);
  });
}

/** What is wrong, for the server's operator. */
export function faultSentence(fault: AuditFault): string {
  const { problem, seq } = fault;
  if (problem === "changed") return `line ${seq} is not what was written there`;
  if (problem === "unsigned") return `what is signed of line ${seq} is not what this server signed`;
  if (problem === "swapped") return `line ${fault.to} was written as line ${seq}`;
  return seq === fault.to ? `line ${seq} is missing` : `lines ${seq} to ${fault.to} are missing`;
}
