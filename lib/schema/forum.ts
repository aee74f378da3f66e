import * as v from "valibot";
import { CallProblem } from "./integration.ts";
import { Person, shownLine } from "./person.ts";
import { Timestamp } from "./timestamp.ts";
import type { StartLevel } from "./workspace.ts";

/** How far a Discourse forum trusts somebody: new, basic, member, regular, leader. */
export const forumTrusts = [0, 1, 2, 3, 4] as const;
const ForumTrust = v.picklist(forumTrusts);
export type ForumTrust = v.InferOutput<typeof ForumTrust>;

/** From here on somebody took part in the forum for weeks; they need not begin as a stranger. */
const knownFrom: ForumTrust = 2;
/** The trust that a forum account begins with here: never more than that of somebody known. */
export const levelOfTrust = (trust: ForumTrust): StartLevel => (trust >= knownFrom ? 1 : 0);

/** How long somebody may take to sign in at the forum, in minutes; and how long the invitation lives that they get for it. */
export const signOnMinutes = { answer: 15, invitation: 60 } as const;

const Address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(300),
  v.url(),
  v.regex(/^https?:\/\/[^?#@]+$/),
  v.transform((address) => address.replace(/\/+$/, "")),
);
const Name = v.pipe(shownLine(60), v.minLength(1));

/** What is read of the forum, one after the other: its accounts, which of its topics were solved, the answers that solved them. */
const forumStages = ["accounts", "topics", "answers"] as const;
export type ForumStage = (typeof forumStages)[number];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

/** How the taking over goes, and went. */
const ForumProgress = v.object({
  /** Null: nothing is read until `nextAt`. */
  stage: v.nullable(v.picklist(forumStages)),
  beganAt: Timestamp,
  /** When the last time ended that went through; null: none did. */
  endedAt: v.nullable(Timestamp),
  nextAt: Timestamp,
  problem: v.nullable(CallProblem),
  status: v.nullable(Count),
});

/** How to reach the forum; with a null for the secret the server keeps the one that it has, for the same address. */
export const ForumChange = v.object({
  address: Address,
  name: Name,
  leastTrust: ForumTrust,
  /** Discourse asks for at least ten signs. */
  secret: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(200))),
  /** Whether answers that solved a topic become knowledge. */
  takesTopics: v.boolean(),
  /** Whether its accounts are taken over, with the key of its API; with a null for that the server keeps the one that it has. */
  takesAccounts: v.boolean(),
  key: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(200))),
});
export type ForumChange = v.InferOutput<typeof ForumChange>;
export const isForumChange = (change: unknown): change is ForumChange => v.safeParse(ForumChange, change).success;

/** The forum as an admin sees it; the secret never comes back. */
export const Forum = v.object({
  address: Address,
  name: Name,
  leastTrust: ForumTrust,
  /** Whether the secret can be read: not after the server's own became another one. */
  hasSecret: v.boolean(),
  /** The page on which accounts of the forum join. */
  link: v.pipe(v.string(), v.maxLength(2000), v.url()),
  /** Members who joined with their account. */
  joined: Count,
  takesTopics: v.boolean(),
  takesAccounts: v.boolean(),
  /** How many answers and accounts are taken over by now. */
  answers: Count,
  accounts: Count,
  /** Members whose account the forum has no more, or has suspended: the first 20. */
  gone: v.pipe(v.array(Person), v.maxLength(20)),
  progress: v.nullable(ForumProgress),
});
export type Forum = v.InferOutput<typeof Forum>;
