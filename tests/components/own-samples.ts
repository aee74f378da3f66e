import type { OwnAnswer, OwnAnswers, OwnPage, OwnReviews, OwnWeeks } from "../../lib/schema/own-work.ts";
import type { OwnLevel } from "../../lib/schema/people.ts";
import type { OwnPoints } from "../../lib/schema/points.ts";
import type { LookFound } from "../../lib/schema/second-look.ts";
import { noonMs } from "./samples.ts";

/** A newcomer's level on its way up. */
export const ownLevel: OwnLevel = {
  level: 0,
  isGiven: false,
  evidence: { rated: 1, good: 1, raters: 1, days: 0 },
  fallsAt: null,
  rater: null,
};

/** A line for each way to earn points, the last over the day's most. */
export const ownPoints: OwnPoints = {
  total: 5,
  week: 3,
  lines: [
    { source: "proposal_agreed", points: 3, mentionId: "x:1", link: "https://x.com/a/status/1", at: "2026-03-02T10:00:00.000Z" },
    { source: "draft_approved", points: 2, mentionId: null, link: null, at: "2026-02-20T10:00:00.000Z" },
    { source: "review_proved", points: 0, mentionId: null, link: null, at: "2026-02-20T11:00:00.000Z" },
  ],
};

const lookFound: LookFound = { verdict: "wrong", reason: "untrue", at: "2026-03-02T11:00:00.000Z", ending: null, url: null };

/** An answer of which nobody said anything yet. */
export const ownAnswer: OwnAnswer = {
  ...{ mentionId: "x:1", at: "2026-03-02T10:00:00.000Z", site: "x", permalink: "https://x.com/dana/status/1" },
  post: { author: { handle: "dana", name: "Dana", verified: false }, words: "How do I get my earbuds into pairing mode again after the" },
  text: "Hold the button for ten seconds until the light blinks.\nI'm an Acme customer",
  ...{ url: "https://x.com/noor/status/91", proof: "seen", isTakenBack: false, isPostGone: false, mood: null, found: null },
};

/** One for each thing that may become of an answer. */
export const ownAnswers: OwnAnswers = {
  answers: [
    ownAnswer,
    { ...ownAnswer, mentionId: "facebook:2", site: "facebook", mood: "thanks", found: { ...lookFound, verdict: "helpful", reason: null } },
    { ...ownAnswer, mentionId: "x:3", mood: "negative", found: lookFound },
    { ...ownAnswer, mentionId: "x:4", isTakenBack: true, isPostGone: true, proof: "confirmed", url: null },
  ],
  isMore: false,
};

const review = { at: ownAnswer.at, post: ownAnswer.post, permalink: ownAnswer.permalink };

const ownReviews: OwnReviews = {
  reviews: [
    { ...review, mentionId: "x:11", verdict: "approved", became: "thanked" },
    { ...review, mentionId: "x:12", verdict: "rejected", became: "writing" },
    { ...review, mentionId: "x:13", verdict: "wrong", became: "corrected" },
  ],
  isMore: false,
};

const ownWeeks: OwnWeeks = {
  answers: { week: 4, last: 7 },
  thanked: { week: 2, last: 1 },
  reviews: { week: 7, last: 0 },
  looks: { week: 0, last: 3 },
  points: { week: 3, last: 12 },
};

export const ownPage: OwnPage = {
  ...{ atMs: noonMs, level: ownLevel, points: ownPoints, weeks: ownWeeks, answers: ownAnswers, reviews: ownReviews },
};
