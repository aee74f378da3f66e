import { FanswerError } from "../../lib/schema/errors.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { lineIn } from "../../lib/suggest/disclosure.ts";
import { nearCopy, type Print, printOf } from "../../lib/suggest/near.ts";
import { grouped } from "../grouping.ts";
import { hashOf } from "../ids.ts";
import { dropPieces, putNearCopies, putPieces, sharedPieces } from "../store/near-copies.ts";
import { all } from "../store/statement.ts";
import type { OperationCall, Shared } from "./call.ts";

/** What somebody says to a mention. */
interface Said {
  readonly mentionId: string;
  readonly text: string;
}

/** A piece as it is stored: nobody's words, and a number of eight bytes as PostgreSQL reads it. */
const pieceNumber = (piece: string): string => hashOf(piece).readBigInt64BE(0).toString();

const piecesOf = ({ text }: Said): Map<string, string> => new Map([...printOf(text)].map((piece) => [pieceNumber(piece), piece]));

/** As columns: each piece with its mention. */
function columnsOf(said: readonly Said[]) {
  const pairs = said.flatMap((each) => [...piecesOf(each).keys()].map((piece) => [each.mentionId, piece] as const));
  return { mentions: pairs.map(([mentionId]) => mentionId), pieces: pairs.map(([, piece]) => piece) };
}

type Here = Pick<Shared, "client" | "workspaceId" | "at">;

type Near = (each: Said, workspace: Pick<Workspace, "disclosure" | "answering">) => boolean;

/**
 * Looks for what is shared with the latest replies to other mentions, in one statement; gives by which to tell whether a text is too near to one of them, by
 * the measure of the device's draft checks. A tie to the brand, which many replies share, is left out.
 */
export async function lookForCopies({ client, workspaceId, at }: Here, said: readonly Said[]): Promise<Near> {
  const columns = columnsOf(said);
  const found = columns.pieces.length === 0 ? [] : await all(client, sharedPieces, { workspaceId, ...columns, at });
  const rowsOf = grouped(found, ({ of }) => of);
  return (each, workspace) => {
    const rows = rowsOf.get(each.mentionId) ?? [];
    if (rows.length === 0) return false;
    const words = piecesOf(each);
    const prints = rows.map(({ pieces }): Print => new Set(pieces.flatMap((piece) => words.get(piece) ?? [])));
    return nearCopy(each.text.replaceAll(lineIn(each.text, workspace) ?? "", "").trim(), prints).length > 0;
  };
}

/** Throws `near_copy` for a text that says what one of the latest replies says, and notes that; nothing else is written by then. */
export async function refuseNearCopy(call: OperationCall, said: Said & { readonly author: string }, workspace: Workspace): Promise<void> {
  const { client, workspaceId, at } = call;
  const isNear = await lookForCopies(call, [said]);
  if (!isNear(said, workspace)) return;
  await all(client, putNearCopies, { workspaceId, mentions: [said.mentionId], members: [said.author], isPublished: false, at });
  throw new FanswerError("near_copy");
}

/** Has later texts compared with these, which are without their tie to the brand; `until`: only so long, unless they are published by then. */
export async function keepPieces({ client, workspaceId, at }: Here, said: readonly Said[], until: Date | null): Promise<void> {
  const dropped = all(client, dropPieces, { workspaceId, mentions: said.map(({ mentionId }) => mentionId) });
  const columns = columnsOf(said);
  await Promise.all([dropped, columns.pieces.length > 0 && all(client, putPieces, { workspaceId, ...columns, until, at })]);
}
