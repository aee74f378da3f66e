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

/** Danger has a clock of its own, by night too: so many minutes after the post was first seen. */
export const dangerMinutes = { due: 15, warn: 5 } as const;

/** The first-answer clock of a post that speaks of danger and was first seen at `seenMs`: 15 minutes, or what is left of the usual one. */
export function sooner({ dueMs, warnMs }: FirstAnswer, seenMs: number): FirstAnswer {
  const { due, warn } = dangerMinutes;
  return { dueMs: Math.min(dueMs, seenMs + due * 60_000), warnMs: Math.min(warnMs, seenMs + warn * 60_000) };
}
