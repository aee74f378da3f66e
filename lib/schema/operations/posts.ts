import * as v from "valibot";
import { FollowUp, Mention, Sighting } from "../mention.ts";
import { operation, pace, ref } from "./row.ts";

/** Operations that tell the workspace of posts, and ask about them. */
export const posts = {
  /** A post matched. The same post seen by many devices is one mention. */
  "mention.report": operation({
    args: Sighting,
    result: Mention,
    needs: "report",
    queued: true,
    stored: true,
    from: [],
    pace: pace("A search page shows some dozens of posts; what is more waits a little and loses nothing.", 60, 600, 900, 1_200, 2_400),
    audited: null,
  }),
  /** One mention as it is now, for a device that does not hold it: `not_found`. Changes nothing. */
  "mention.get": operation({
    args: v.object(ref),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: [],
    pace: pace("Opening a card whose post the device does not hold.", 120, 300, 600, 600, 1_200),
    audited: null,
  }),
  /** "I look at this": for two minutes, shown to the others. Who saves a draft is shown as writing. */
  "mention.look": operation({
    args: v.object(ref),
    result: v.null(),
    needs: "answer",
    queued: false,
    stored: false,
    from: [],
    pace: pace("Each raises the workspace's revision; one looks at a post for some seconds.", 120, 300, 600, 600, 1_800),
    audited: null,
  }),
  /** The author wrote again. The same later post seen by many devices is one. */
  "mention.follow_up": operation({
    args: FollowUp,
    result: Mention,
    needs: "report",
    queued: true,
    stored: true,
    from: [],
    pace: pace("Authors who write again below answers that one reads.", 15, 30, 60, 100, 600),
    audited: null,
  }),
};
