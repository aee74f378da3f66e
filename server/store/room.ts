import { statement } from "./statement.ts";

/** Lets one at a time count what there is in a workspace, and add to it: workspace. */
export const lockRoom = statement<[string]>("room.lock", "SELECT FROM workspaces WHERE workspace_id = $1 FOR NO KEY UPDATE");

/** Rows of one table besides the one that is about to be written: workspace, whose or of what, ids of those. */
const besides = (name: string, from: string, where: string) =>
  statement<[string, string, readonly string[]], { held: number }>(
    `room.${name}`,
    `SELECT count(*) AS held FROM ${from} WHERE workspace_id = $1 AND ${where}`,
  );

/** Drafts of a member that are not posted, of other mentions. */
export const otherDrafts = besides("drafts", "drafts", "author = $2 AND status <> 'posted' AND mention_id <> ALL ($3)");

/** Later posts of a mention's author. */
export const otherFollowUps = besides("follow_ups", "follow_ups", "mention_id = $2 AND post_id <> ALL ($3)");

/** Words of reviewers on the drafts of a mention: workspace, mention. */
export const reviewsOfMention = statement<[string, string], { held: number }>(
  "room.reviews",
  "SELECT count(*) AS held FROM reviews WHERE workspace_id = $1 AND mention_id = $2",
);

/** Parts of lists that a device put down for other pushes. */
export const otherParts = besides("parts", "keyword_parts", "device_id = $2 AND push_id <> ALL ($3)");

/** Rows of one table besides these: workspace, ids of those. */
const ofWorkspace = (name: string, from: string, where: string) =>
  statement<[string, readonly string[]], { held: number }>(
    `room.${name}`,
    `SELECT count(*) AS held FROM ${from} WHERE workspace_id = $1 AND ${where}`,
  );

/** With those who left: their names stand at what they wrote. */
export const otherMembers = ofWorkspace("members", "members", "member_id <> ALL ($2)");

/** With those that were taken out, which devices have to hear of for a while. */
export const otherItems = ofWorkspace("knowledge", "knowledge", "item_id <> ALL ($2)");

export const otherLists = ofWorkspace("lists", "keyword_lists", "NOT removed AND list_id <> ALL ($2)");

export const otherIntegrations = ofWorkspace("integrations", "integrations", "integration_id <> ALL ($2)");

/** Invitations that may still be used; expired ones that nobody used are deleted by the purge. */
export const otherInvitations = ofWorkspace(
  "invitations",
  "invitations",
  "used < uses AND revoked_at IS NULL AND forum_account IS NULL AND invitation_id <> ALL ($2)",
);

/** Those for accounts of the forum, one each. */
export const forumInvitations = ofWorkspace(
  "forum_invitations",
  "invitations",
  "used < uses AND revoked_at IS NULL AND forum_account IS NOT NULL AND invitation_id <> ALL ($2)",
);

/** A member's devices that are let in. */
export const devicesOfMember = besides("devices", "devices", "member_id = $2 AND ended_at IS NULL AND device_id <> ALL ($3)");
