import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Person } from "./person.ts";
import { Timestamp } from "./timestamp.ts";
import { Member } from "./workspace.ts";

/** Of how many of the last hours what one member did can be taken back at a press. */
export const takeBackHours = [1, 4, 24] as const;

/** What members do to posts, and to drafts of others, as it is counted. */
export const doneKinds = ["dismissed", "handedOn", "broughtBack", "answered", "reported", "sentBack"] as const;

/** Why what a member does is unusual: it went over its pace, staff declined it, it is far more than others do. */
const unusualCodes = ["refused", "declined", "many"] as const;
export type UnusualCode = (typeof unusualCodes)[number];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** What a member did in the last day. */
export const Doings = v.object({
  member: Member,
  done: v.object({
    dismissed: Count,
    handedOn: Count,
    broughtBack: Count,
    answered: Count,
    reported: Count,
    sentBack: v.optional(Count, 0),
  }),
  /** Over their pace. */
  refused: Count,
  /** Of their proposals. */
  declined: Count,
  taken: Count,
  unusual: v.pipe(v.array(v.picklist(unusualCodes)), v.maxLength(unusualCodes.length)),
});
export type Doings = v.InferOutput<typeof Doings>;

export const TakeBackId = v.pipe(v.string(), v.uuid());

/** That what one member did was taken back, and stands so. */
export const TakeBack = v.object({ id: TakeBackId, member: Person, by: Person, at: Timestamp });
export type TakeBack = v.InferOutput<typeof TakeBack>;

/** How many posts moved by it. */
export const Moved = v.object({ id: TakeBackId, posts: Count });
