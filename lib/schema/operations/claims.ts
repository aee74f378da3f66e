import * as v from "valibot";
import { mostOf } from "../limits.ts";
import { Mention, MentionId } from "../mention.ts";
import { Topics } from "../profile.ts";
import { answering } from "../senders.ts";
import { Languages } from "../wire.ts";
import { heldRef, operation, pace, ref, why } from "./row.ts";

/** Operations on claims: who answers which post. */
export const claims = {
  /** Take the lease on this mention: `lease_held`, `claim_limit`, `move_not_allowed`; escalated ones are for staff (`forbidden`). */
  "claim.take": operation({
    args: v.object(ref),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 1_200),
    audited: null,
    onOneself: true,
  }),
  /**
   * Take the best one that waits: by priority and how long it waits. In these `languages` (none: any), and with `others` in any other when none of
   * those waits; `except`: not these, which the member passed on. What has one of the `topics` among its labels comes a bit earlier (`topicMinutes`). `queue_empty` when there is none.
   */
  "claim.next": operation({
    args: v.object({
      languages: Languages,
      others: v.optional(v.boolean()),
      topics: v.optional(Topics),
      except: v.optional(v.pipe(v.array(MentionId), v.maxLength(mostOf.excepted))),
    }),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: [],
    pace: pace(why.people, 20, 60, 120, 240, 1_200),
    audited: null,
    onOneself: true,
  }),
  /** "Still here": moves the silence limit, not the lease's end. */
  "claim.heartbeat": operation({
    args: v.object(heldRef),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: answering,
    pace: pace("Twice a minute for each post that one may hold, and as much again.", 240, 720, 720, 2_400, 2_400),
    audited: null,
  }),
  /** Ten more minutes, once. */
  "claim.renew": operation({
    args: v.object(heldRef),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 1_200),
    audited: null,
  }),
  /** Give it back; the draft stays on the mention. */
  "claim.release": operation({
    args: v.object(heldRef),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 1_200),
    audited: null,
  }),
};
