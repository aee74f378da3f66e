import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Person } from "./person.ts";
import { Timestamp } from "./timestamp.ts";
import { Member } from "./workspace.ts";

/** How many of the last hours can be taken back at a press of what one member did. */
export const takeBackHours = [1, 4, 24] as const;

/** What members do to posts, and to drafts of others, as it is counted. */
export const doneKinds = ["dismissed", "handedOn", "broughtBack", "answered", "reported", "sentBack"] as const;

/** Why what a member does is unusual: it went over its pace, staff declined it, it is far more than others do. */
const unusualCodes = ["refused", "declined", "many"] as const;
export type UnusualCode = (typeof unusualCodes)[number];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** What a member did in the last day. */
export const Doings = v.object({
  /** Without a name once they are no longer a member. */
  member: v.object({ ...Member.entries, name: Person.entries.name }),
  done: v.object({
    dismissed: Count,
    handedOn: Count,
    broughtBack: Count,
    answered: Count,
    reported: Count,
    sentBack: v.optional(Count, 0),
  }),
  /** Operations that were refused because the member was over their pace. */
  refused: Count,
  /** Their proposals that staff declined. */
  declined: Count,
  taken: Count,
  unusual: v.pipe(v.array(v.picklist(unusualCodes)), v.maxLength(unusualCodes.length)),
});
export type Doings = v.InferOutput<typeof Doings>;

export const TakeBackId = v.pipe(v.string(), v.uuid());

/** A taking back of what one member did, which was not undone. */
export const TakeBack = v.object({ id: TakeBackId, member: Person, by: Person, at: Timestamp });
export type TakeBack = v.InferOutput<typeof TakeBack>;

/** What a taking back gives: its id, and how many posts it moved. */
export const Moved = v.object({ id: TakeBackId, posts: Count });
