import type { PoolClient } from "pg";
import { dropTakenBackUses, keepLikes } from "../store/knowledge-uses.ts";
import { keepRatings } from "../store/levels.ts";
import { dropPieces } from "../store/near-copies.ts";
import { forgetPosts } from "../store/points.ts";
import { askedTerms, putAskedTerms } from "../store/precedents.ts";
import { forgetProposedPosts } from "../store/proposals.ts";
import { deleteDrafts, deleteMentions, deleteReplies, putRemovals } from "../store/purge.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { keepFigures } from "./counting.ts";

/**
 * Deletes posts with all that goes with them; devices delete them with their next sync. What members earned by them stays without them. Gives the
 * workspace's new revision. Within a transaction that has locked the posts.
 */
export async function removePosts(client: PoolClient, workspaceId: string, ids: readonly string[], at: Date): Promise<number> {
  const posts = { workspaceId, mentionIds: ids };
  await keepFigures(client, workspaceId, ids);
  await all(client, keepRatings, posts);
  await all(client, forgetPosts, posts);
  await all(client, dropTakenBackUses, posts);
  await all(client, keepLikes, posts);
  await all(client, forgetProposedPosts, posts);
  await all(client, deleteDrafts, workspaceId, ids);
  await all(client, deleteReplies, workspaceId, ids);
  await all(client, dropPieces, { workspaceId, mentions: ids });
  await all(client, deleteMentions, workspaceId, ids);
  const { revision } = await one(client, raiseCounterBy, workspaceId, ids.length);
  await all(client, putRemovals, workspaceId, ids, revision - ids.length, at);
  return revision;
}

/** A word of a post outlives it where so many other posts hold it as well: then it says what is asked, and not who asked. */
const othersToKeep = 2;

/** Takes out of what was learnt of these mentions the words that hardly another post holds; gives the last revision, null when nothing was learnt. */
export async function forgetWords(client: PoolClient, id: string, gone: ReadonlySet<string>): Promise<number | null> {
  const rows = (await all(client, askedTerms, id)).map((row) => ({ ...row, terms: row.asked.split(" ") }));
  const mentionOf = (precedentId: string) => precedentId.split(" ", 1)[0] ?? "";
  const left = rows.filter(({ precedent_id }) => gone.has(mentionOf(precedent_id)));
  if (left.length === 0) return null;
  const posts = new Map<string, Set<string>>();
  for (const { precedent_id, terms } of rows)
    for (const term of terms) posts.set(term, (posts.get(term) ?? new Set()).add(mentionOf(precedent_id)));
  const common = (term: string) => (posts.get(term)?.size ?? 0) > othersToKeep;
  const { revision } = await one(client, raiseCounterBy, id, left.length);
  const asked = left.map(({ terms }) => terms.filter(common).join(" "));
  const precedents = left.map(({ precedent_id }) => precedent_id);
  await all(client, putAskedTerms, id, precedents, asked, revision - left.length);
  return revision;
}
