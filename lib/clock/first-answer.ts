import type { ClockSettings } from "../schema/clock.ts";
import { workTime } from "./work-time.ts";

/** When the first answer to a post is due, and when that is about to run out. All epoch ms. */
export interface FirstAnswer {
  readonly dueMs: number;
  readonly warnMs: number;
}

/** The first-answer clock of a post written at `postedMs`. It is set once: what happens to the post later moves neither. */
export function firstAnswer({ firstAnswerMinutes, warnMinutes, hours }: ClockSettings, postedMs: number): FirstAnswer {
  const time = workTime(hours);
  const after = (minutes: number) => time.after(postedMs, minutes * 60_000);
  return { dueMs: after(firstAnswerMinutes), warnMs: after(firstAnswerMinutes - warnMinutes) };
}
