import { badgeNames } from "../../lib/schema/badges.ts";
import { provenAfterMs } from "../../lib/schema/points.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import { badgesOf, countedOf, dropUnmet, putTold, tellOfBadges } from "../store/badges.ts";
import { all } from "../store/statement.ts";
import { countsBy, metBy } from "../trust/badges.ts";
import type { Handler, OperationCall } from "./call.ts";

/** How many of what these members have, as far as it is proved. */
const counted = ({ client, workspaceId, at }: OperationCall, members: readonly string[]) =>
  all(client, countedOf, {
    workspaceId,
    members,
    until: new Date(at.getTime() - provenAfterMs),
    except: rolesThat("answerUnread"),
  });

export const ownBadges: Handler<"member.own_badges"> = async (call) => {
  const { client, workspaceId, device } = call;
  const memberId = device.member.id;
  const countOf = countsBy(await counted(call, [memberId])).get(memberId);
  const earned = new Map((await all(client, badgesOf, { workspaceId, memberId })).map(({ badge, earnedAt }) => [badge, earnedAt]));
  return badgeNames.map((badge) => ({ badge, count: countOf?.(badge) ?? 0, earnedAt: earned.get(badge) ?? null }));
};

export const knowBadges: Handler<"badges.known"> = async ({ client, workspaceId, device, raise }, { badges }) => {
  const memberId = device.member.id;
  await all(client, putTold, { workspaceId, memberId, badges });
  await all(client, tellOfBadges, { workspaceId, members: [memberId], revisions: [await raise()] });
  return null;
};

/** Takes from these members what they earned since then by work that is taken back now: badges whose marks they meet no more. */
export async function takeBadgesBack(call: OperationCall, whose: readonly string[], since: Date): Promise<void> {
  const met = metBy(await counted(call, whose));
  await all(call.client, dropUnmet, {
    workspaceId: call.workspaceId,
    whose,
    since,
    members: met.map(({ memberId }) => memberId),
    badges: met.map(({ badge }) => badge),
  });
}
