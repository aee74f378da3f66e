import { FanswerError } from "../../lib/schema/errors.ts";
import type { Forum, ForumChange } from "../../lib/schema/forum.ts";
import { mayCall } from "../models/complete.ts";
import { forumKey, forumKeyOwner, forumSecret, forumSecretOwner } from "../models/forum-secret.ts";
import { forgetPeople, forgetRun, forgetTopics, forumRunOf, hurryRun } from "../store/forum-runs.ts";
import { dropAllUnused, dropForum, type ForumRow, forgetAccounts, forumCounts, forumOf, putForum } from "../store/forums.ts";
import { all, first, one } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";
import { dropForumItems } from "./forum-items.ts";

/** No run has this number, so what was seen in it is nothing. */
const noRun = 0;

/** The page on which accounts of a workspace's forum join. */
export const forumLink = (publicUrl: string, workspaceId: string): string => `${publicUrl}/join/forum/${workspaceId}`;

async function forumAsShown({ client, workspaceId, models, publicUrl }: OperationCall): Promise<Forum | null> {
  const row = await first(client, forumOf, { workspaceId });
  if (row === null) return null;
  const [counts, run] = [await one(client, forumCounts, { workspaceId }), await first(client, forumRunOf, { workspaceId })];
  return {
    ...{ address: row.address, name: row.name, leastTrust: row.least_trust, takesTopics: row.takes_topics },
    hasSecret: forumSecret(models.keys, workspaceId, row.sealed_secret) !== null,
    takesAccounts: row.sealed_key !== null,
    link: forumLink(publicUrl, workspaceId),
    ...counts,
    progress: run && {
      ...{ stage: run.stage, problem: run.problem, status: run.status },
      ...{ beganAt: run.began_at.toISOString(), endedAt: run.ended_at?.toISOString() ?? null, nextAt: run.next_at.toISOString() },
    },
  };
}

export const readForum: Handler<"forum.read"> = forumAsShown;

async function shownAfter(call: OperationCall): Promise<Forum> {
  const forum = await forumAsShown(call);
  if (forum === null) throw new FanswerError("not_found");
  return forum;
}

/** The secrets that a change leaves the forum with. One that is left out stays, but is not used for another address. Throws `malformed`. */
function secretsAfter({ workspaceId, models: { keys } }: OperationCall, before: ForumRow | null, change: ForumChange) {
  const kept = before?.address === change.address ? before : null;
  const secret = change.secret ?? (kept && forumSecret(keys, workspaceId, kept.sealed_secret));
  const key = change.takesAccounts ? (change.key ?? (kept?.sealed_key ? forumKey(keys, workspaceId, kept.sealed_key) : null)) : null;
  if (secret === null) throw new FanswerError("malformed", "secret");
  if (change.takesAccounts && key === null) throw new FanswerError("malformed", "key");
  return {
    sealed: keys.seal(secret, forumSecretOwner(workspaceId)),
    sealedKey: key === null ? null : keys.seal(key, forumKeyOwner(workspaceId)),
  };
}

export const saveForum: Handler<"forum.save"> = async (call, change) => {
  const { client, workspaceId, at, models } = call;
  const { address, name, leastTrust, takesTopics, takesAccounts } = change;
  if (!mayCall(address, models.allowedHosts)) throw new FanswerError("address_refused");
  const before = await first(client, forumOf, { workspaceId });
  const secrets = secretsAfter(call, before, change);
  const isMoved = before !== null && before.address !== address;
  if (isMoved) await forgetWhoJoined(call);
  if (isMoved || !takesTopics) await forgetAnswers(call);
  if (isMoved || !takesAccounts) await all(client, forgetPeople, { workspaceId, seen: noRun });
  await all(client, putForum, { workspaceId, address, name, leastTrust, takesTopics, ...secrets, at });
  // What is read now may be something else: from the beginning.
  await all(client, forgetRun, { workspaceId });
  return shownAfter(call);
};

export const takeOverNow: Handler<"forum.refresh"> = async (call) => {
  await all(call.client, hurryRun, { workspaceId: call.workspaceId, at: call.at });
  return shownAfter(call);
};

/** The accounts at another address are other people. */
async function forgetWhoJoined({ client, workspaceId }: OperationCall): Promise<void> {
  await all(client, dropAllUnused, { workspaceId });
  await all(client, forgetAccounts, { workspaceId });
}

/** What came from the forum goes, unless somebody here changed it. */
async function forgetAnswers({ client, workspaceId, moved }: OperationCall): Promise<void> {
  await all(client, forgetTopics, { workspaceId, seen: noRun });
  const revision = await dropForumItems(client, workspaceId);
  if (revision !== null) moved(revision);
}

export const removeForum: Handler<"forum.remove"> = async (call) => {
  const { client, workspaceId } = call;
  await forgetWhoJoined(call);
  await forgetAnswers(call);
  await all(client, forgetPeople, { workspaceId, seen: noRun });
  await all(client, forgetRun, { workspaceId });
  await all(client, dropForum, { workspaceId });
  return null;
};
