import type { Mention } from "../../../lib/schema/mention.ts";
import { angry, mention, sam, storeState } from "../samples.ts";

/** A post that is with staff. */
export const escalated = mention({
  postId: "e",
  author: { name: "Rowan Mill", handle: null, verified: null },
  status: "escalated",
  route: "first_line",
  triage: angry,
  note: "Wants a refund",
});
/** A post that waits for anybody. */
export const waiting = mention({ postId: "w", author: { name: "Kit Ode", handle: null, verified: null } });

/** What one of staff sees of these. */
export const state = (...mentions: Mention[]) => storeState({ member: sam, mentions });
