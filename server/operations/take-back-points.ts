import type { PointSource } from "../../lib/schema/points.ts";
import { dropLines, putBackLines } from "../store/points.ts";
import { all } from "../store/statement.ts";
import type { Whose } from "../trust/place.ts";
import { takeBadgesBack } from "./badges.ts";
import type { OperationCall } from "./call.ts";

/** What of a post is changed by a taking back. */
interface Changed {
  readonly hidReply: boolean;
  readonly opinions: readonly unknown[];
  readonly hearings: readonly unknown[];
}

/** Which lines of the ledger rested on it. One that is right all the same is written anew within the hour. */
const restingOn = ({ hidReply, opinions, hearings }: Changed): PointSource[] => [
  ...(hidReply ? (["draft_approved"] as const) : []),
  ...(hidReply || hearings.length > 0 ? (["review_proved"] as const) : []),
  ...(opinions.length > 0 ? (["proposal_agreed"] as const) : []),
];

/**
 * Takes back what these changes had earned, whoever's it was, and the second looks that are unsaid; and the badges that were earned by it. `authors`: whose
 * answers stand on these posts. Gives for each post the lines that are gone, to put them back.
 */
export async function takePointsBack(
  call: OperationCall,
  { changes, unsaid, authors }: { changes: ReadonlyMap<string, Changed>; unsaid: readonly string[]; authors: Iterable<string> },
  { memberId, since }: Whose,
): Promise<(mentionId: string) => readonly unknown[]> {
  const gone = [
    ...[...changes].flatMap(([mentionId, change]) => restingOn(change).map((source) => ({ mentionId, source }))),
    ...unsaid.map((mentionId) => ({ mentionId, source: "second_look" as const })),
  ];
  const lines = await all(call.client, dropLines, {
    workspaceId: call.workspaceId,
    mentions: gone.map(({ mentionId }) => mentionId),
    sources: gone.map(({ source }) => source),
  });
  const earliest = Math.min(since.getTime(), ...lines.map(({ at }) => at.getTime()));
  await takeBadgesBack(call, [...new Set([memberId, ...lines.map((line) => line.member_id), ...authors])], new Date(earliest));
  return (mentionId) => lines.filter((line) => line.mention_id === mentionId).map(({ whole }) => whole);
}

/** Writes lines again, as they were. Taking back of older releases kept none. */
export async function putBackPoints(
  { client, workspaceId }: OperationCall,
  lines: readonly (readonly unknown[] | undefined)[],
): Promise<void> {
  await all(client, putBackLines, { workspaceId, lines: JSON.stringify(lines.flatMap((each) => each ?? [])) });
}
