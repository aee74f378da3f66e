import { randomBytes } from "node:crypto";
import { type ErasedKind, listedErasures, namedTickets, openRequests, postsPerErasure } from "../../lib/schema/erasure.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import { eraseLines } from "../audit/erase.ts";
import { noteDecisions } from "../audit/note.ts";
import { hashOf, newId } from "../ids.ts";
import { newPersonHash, personHash } from "../models/person-key.ts";
import { dataRequests, dropDataRequest } from "../store/data-requests.ts";
import {
  blindPoints,
  blindRatings,
  blindUses,
  countErased,
  countPostsOf,
  erasePrecedents,
  eraseQuotes,
  forgetMerged,
  forgetPresenceAt,
  lockPostsOf,
  objectionsAmong,
  precedentsOf,
  putErasure,
  putObjection,
  receiptsOf,
  ticketsOf,
  touchPosts,
} from "../store/erasure.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { whomOf } from "./author-ref.ts";
import type { Handler, OperationCall } from "./call.ts";
import { removePosts } from "./remove-posts.ts";

const handlesOf = (handle: string): readonly string[] => [handle, `@${handle}`];

export const lookAtAuthor: Handler<"author.look"> = async (call, ref) => {
  const { client, workspaceId, models } = call;
  const { site, handle } = await whomOf(call, ref);
  const { posts } = await one(client, countPostsOf, { workspaceId, site, handles: handlesOf(handle) });
  const hash = await personHash(client, models.keys, workspaceId);
  const listed = hash ? await all(client, objectionsAmong, { workspaceId, persons: [hash(site, handle)] }) : [];
  return { site, handle, posts, isListed: listed.length > 0 };
};

/** Takes a handle out of what is being written for other posts; gives of how many drafts. */
async function forgetQuotes(call: OperationCall, handle: string): Promise<number> {
  const { client, workspaceId, moved } = call;
  const pattern = `@${handle.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w])`;
  const mentionIds = (await all(client, eraseQuotes, { workspaceId, pattern })).map(({ mention_id }) => mention_id);
  if (mentionIds.length === 0) return 0;
  const { revision } = await one(client, raiseCounterBy, workspaceId, mentionIds.length);
  await all(client, touchPosts, { workspaceId, mentionIds, revision: revision - mentionIds.length });
  moved(revision);
  return mentionIds.length;
}

/** Erases what these posts led to, and the posts; gives how much of each kind. */
async function erasePosts(call: OperationCall, ids: readonly string[], number: string): Promise<Partial<Record<ErasedKind, number>>> {
  const { client, workspaceId, at, moved } = call;
  const posts = { workspaceId, mentionIds: ids };
  const salt = randomBytes(32);
  const items = ids.map(hashOf);
  const counts = await one(client, countErased, posts);
  await all(client, blindPoints, { ...posts, salt });
  await all(client, forgetMerged, posts);
  await all(client, forgetPresenceAt, posts);
  await removePosts(client, workspaceId, ids, at);
  await all(client, blindUses, { workspaceId, items, salt });
  await all(client, blindRatings, { workspaceId, items, salt });
  const learnt = (await all(client, precedentsOf, posts)).map(({ precedent_id }) => precedent_id);
  const { revision } = await one(client, raiseCounterBy, workspaceId, learnt.length);
  await all(client, erasePrecedents, { workspaceId, precedents: learnt, revision: revision - learnt.length });
  moved(revision);
  return { ...counts, precedents: learnt.length, log_lines: await eraseLines(client, workspaceId, ids, number) };
}

/** Puts an author on the list of those who are not collected; gives what is kept of them. */
async function personOf(call: OperationCall, site: SiteId, handle: string, isListed: boolean): Promise<Buffer> {
  const { client, workspaceId, at, models } = call;
  const hash = await newPersonHash(client, models.keys, workspaceId);
  if (hash === null) throw new FanswerError("server_failed", "secret");
  const person = hash(site, handle);
  if (isListed) await all(client, putObjection, { workspaceId, person, at });
  return person;
}

export const eraseAuthor: Handler<"author.erase"> = async (call, { isListed, ...ref }) => {
  const { client, workspaceId, at, device } = call;
  const { site, handle } = await whomOf(call, ref);
  const handles = handlesOf(handle);
  const ids = (await all(client, lockPostsOf, { workspaceId, site, handles, most: postsPerErasure })).map(({ mention_id }) => mention_id);
  const person = await personOf(call, site, handle, isListed);
  const number = newId();
  const tickets = await all(client, ticketsOf, { workspaceId, mentionIds: ids, most: namedTickets });
  const gone = ids.length > 0 ? await erasePosts(call, ids, number) : {};
  const counts = { posts: ids.length, ...gone, quotes: await forgetQuotes(call, handle) };
  const { posts: left } = await one(client, countPostsOf, { workspaceId, site, handles });
  await all(client, putErasure, { workspaceId, number, person, counts: JSON.stringify(counts), isListed, by: device.member.id, at });
  const detail = { isListed: String(isListed), ...counts };
  await noteDecisions({ client, workspaceId, at }, [
    { id: call.operationId, member: device.member.id, action: "author.erase", subject: number, detail },
  ]);
  const [latest] = await all(client, receiptsOf, { workspaceId, most: 1, number });
  if (!latest) throw new Error("the receipt is gone");
  return { receipt: latest.receipt, left, tickets };
};

export const listErasures: Handler<"erasure.list"> = async ({ client, workspaceId }) => ({
  receipts: (await all(client, receiptsOf, { workspaceId, most: listedErasures, number: "" })).map(({ receipt }) => receipt),
});

export const listRequests: Handler<"request.list"> = async ({ client, workspaceId, publicUrl }) => ({
  requests: (await all(client, dataRequests, { workspaceId, most: openRequests })).map(({ request }) => request),
  notice: `${publicUrl}/notice/${workspaceId}`,
});

export const settleRequest: Handler<"request.settle"> = async ({ client, workspaceId }, { id }) => {
  if ((await all(client, dropDataRequest, { workspaceId, id })).length === 0) throw new FanswerError("not_found");
  return null;
};
