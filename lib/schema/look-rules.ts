import * as v from "valibot";
import { can } from "./roles.ts";

/** One answer in so many; 0: none. */
const OneIn = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

/** Which published answers get a second look in a workspace, and by whom. */
export const LookRules = v.object({
  /** Of how many answers of levels 1 to 3 one gets a second look. What newcomers write is read before. */
  oneIn: v.pipe(v.array(OneIn), v.length(3)),
  /** From which level on members give them. */
  fromLevel: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
});
export type LookRules = v.InferOutput<typeof LookRules>;

/** Whether they can be used as they are. */
export const areLookRules = (value: LookRules): boolean => v.is(LookRules, value);

export const usualLookRules: LookRules = { oneIn: [5, 20, 50], fromLevel: 1 };

interface Leveled {
  readonly role: string;
  readonly level: number;
}

/** Of how many published answers of this member one gets a second look; 0: none, as for who is not read at all. */
export function lookedAtOneIn(member: Leveled, { oneIn }: LookRules): number {
  return can(member, "answerUnread") ? 0 : (oneIn[member.level - 1] ?? 0);
}
