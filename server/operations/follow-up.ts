import { FanswerError } from "../../lib/schema/errors.ts";
import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import type { moods } from "../../lib/schema/mention.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import { isIdOf, isLinkOn } from "../../lib/sites/own-links.ts";
import { triage } from "../../lib/triage/triage.ts";
import { noteDecisions } from "../audit/note.ts";
import { dropDraft } from "../store/drafts.ts";
import { hearingsOf, type MentionRow, moveMention, putHearing, setFollowUp } from "../store/mentions.ts";
import { otherFollowUps } from "../store/room.ts";
import { all } from "../store/statement.ts";
import { type Handler, locked, ShownMention } from "./call.ts";
import { checkRoom } from "./room.ts";
import { isHeld, statusAt } from "./rules.ts";

type Mood = (typeof moods)[number];

function moodOf({ sentimentLabel, kind, route }: Triage): Mood {
  if (sentimentLabel === "negative" || route === "first_line" || kind === "complaint") return "negative";
  return sentimentLabel === "positive" || kind === "praise" ? "thanks" : "other";
}

/** The route that a follow-up gives its post: the first line for an unhappy one; for a further question the one it has, on which the answered post waits again; null: nothing changes. */
function routeAfter(row: MentionRow, mood: Mood, at: Date): Route | null {
  const status = statusAt(row, at);
  if (isHeld(row, at) || (status !== "answered" && status !== "open")) return null;
  if (mood === "negative") return row.route === "community" ? "first_line" : row.route;
  return mood === "other" && status === "answered" ? row.route : null;
}

/** Throws unless the follow-up is another post of the same site, and its link leads to that site. */
function checkPlace({ site, post_id, permalink }: MentionRow, postId: string, url: string | null): void {
  if (postId === post_id || !isIdOf(site, postId)) throw new FanswerError("malformed", "postId");
  if (url !== null && !isLinkOn(site, permalink, url)) throw new FanswerError("link_refused", "url");
}

export const followUp: Handler<"mention.follow_up"> = async (call, { mentionId, postId, excerpt, url, lang }) => {
  const { client, device, at } = call;
  const { workspaceId } = device;
  const row = await locked(call, mentionId);
  checkPlace(row, postId, url);
  await checkRoom(call, mostOf.followUps, otherFollowUps, [mentionId, [postId]]);
  const score = triage({ text: excerpt, lang, counts: row.counts, verified: null, postedAt: at.toISOString() }, at.getTime());
  const mood = moodOf(score);
  const hearings = await all(client, hearingsOf, workspaceId, mentionId, postId);
  if (hearings.some(({ state }) => state !== "heard")) return new ShownMention(mentionId);
  // A single advocate could have made it up; it counts once a second member, or one whose role is trusted with it, reports the same.
  const isSecond = hearings.some(({ heard_by, body }) => heard_by !== device.member.id && body === excerpt);
  const isBelieved = isSecond || can(device.member, "decideAlone");
  const state = isBelieved ? "believed" : "heard";
  await all(client, putHearing, { workspaceId, mentionId, postId, heardBy: device.member.id, text: excerpt, url, mood, at, state });
  if (!isBelieved) return new ShownMention(mentionId);
  const route = routeAfter(row, mood, at);
  if (route !== null) {
    const note = { id: `follow_up ${postId}`, member: null, action: "rule.follow_up", subject: mentionId, detail: { mood, route } };
    await noteDecisions({ client, workspaceId, at }, [note]);
    // The published reply stays; what comes next is a new draft.
    if (row.status === "answered") await all(client, dropDraft, workspaceId, mentionId);
  }
  const revision = await call.raise();
  await all(client, setFollowUp, workspaceId, mentionId, postId, revision);
  if (route !== null) {
    const moved = { status: waitingStatus(route), route, byPerson: row.routed_by_person, note: null, noteBy: null };
    await all(client, moveMention, { workspaceId, mentionId, ...moved, at, revision });
  }
  return new ShownMention(mentionId);
};
