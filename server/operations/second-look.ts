import { randomInt } from "node:crypto";
import { FanswerError } from "../../lib/schema/errors.ts";
import { lookedAtOneIn, usualLookRules } from "../../lib/schema/look-rules.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { isLinkOn } from "../../lib/sites/own-links.ts";
import { keepRatings } from "../store/levels.ts";
import { touchMention } from "../store/mentions.ts";
import { beginLooks, dropLooks, lookAt, looksFor, putEnding, putLook } from "../store/second-looks.ts";
import { all, first } from "../store/statement.ts";
import { type Ask, type Handler, locked, type OperationCall, type Shared, ShownMention } from "./call.ts";

/**
 * Draws which of these replies, recorded for the first time, somebody else looks at again: by lot at this moment, which no author can steer. `again`:
 * mentions of them that were answered before; what was found of that reply is kept, and does not stand beside the new one.
 */
export async function drawLooks(
  { client, workspaceId, at }: Shared,
  { looks = usualLookRules }: Pick<Workspace, "looks">,
  asks: readonly Ask<"reply.posted">[],
  again: readonly string[],
  always: ReadonlySet<Ask<"reply.posted">>,
): Promise<void> {
  if (again.length > 0) {
    await all(client, keepRatings, { workspaceId, mentionIds: again });
    await all(client, dropLooks, { workspaceId, mentionIds: again });
  }
  const drawn = asks.filter((ask) => {
    const oneIn = lookedAtOneIn(ask.device.member, looks);
    return always.has(ask) || (oneIn > 0 && randomInt(oneIn) === 0);
  });
  if (drawn.length === 0) return;
  const [mentions, authors] = [drawn.map(({ args }) => args.mentionId), drawn.map(({ device }) => device.member.id)];
  await all(client, beginLooks, { workspaceId, mentions, authors, at });
}

export const listLooks: Handler<"second_look.list"> = async ({ client, workspaceId, device: { member } }) =>
  (await all(client, looksFor, { workspaceId, memberId: member.id, isStaff: can(member, "triage") })).map(({ mention }) => mention);

/** The look at a reply, its mention locked; `not_found` where there is none. */
async function lockedLook(call: OperationCall, mentionId: string) {
  const row = await locked(call, mentionId);
  const look = await first(call.client, lookAt, { workspaceId: call.workspaceId, mentionId });
  if (look === null) throw new FanswerError("not_found");
  return { row, look };
}

export const sayLook: Handler<"second_look.say"> = async (call, { mentionId, ...word }) => {
  const { client, workspaceId, at } = call;
  const { id: looker } = call.device.member;
  const { look } = await lockedLook(call, mentionId);
  if (!look.asked.includes(looker) || look.author === looker) throw new FanswerError("forbidden", "not asked");
  if (look.verdict !== null) throw new FanswerError("move_not_allowed", "looked at");
  const reason = word.verdict === "wrong" ? word.reason : null;
  await all(client, putLook, { workspaceId, mentionId, looker, verdict: word.verdict, reason, at });
  await all(client, touchMention, workspaceId, mentionId, await call.raise());
  return new ShownMention(mentionId);
};

export const endWrong: Handler<"second_look.end"> = async (call, { mentionId, ending, url }) => {
  const { client, workspaceId } = call;
  const { member } = call.device;
  const { row, look } = await lockedLook(call, mentionId);
  const isStaff = can(member, "triage");
  if (!isStaff && (look.author !== member.id || ending === "right")) throw new FanswerError("forbidden", "not theirs to say");
  if (look.verdict !== "wrong" || look.ending !== null) throw new FanswerError("move_not_allowed", "not found wrong");
  if (url !== null && !isLinkOn(row.site, row.permalink, url)) throw new FanswerError("link_refused", "url");
  await all(client, putEnding, { workspaceId, mentionId, ending, by: member.id, url });
  await all(client, touchMention, workspaceId, mentionId, await call.raise());
  return new ShownMention(mentionId);
};
