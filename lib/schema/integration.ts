import * as v from "valibot";
import { Id } from "./keywords.ts";
import { longestName } from "./limits.ts";
import { MentionId } from "./mention.ts";
import { Timestamp } from "./post.ts";
import { webAddress } from "./web-address.ts";

/** What happens to a mention and may be told to another system. */
export const mentionEvents = ["escalated", "answered", "dismissed", "returned", "gone", "clock_warning", "follow_up"] as const;
export const MentionEvent = v.picklist(mentionEvents);
export type MentionEvent = v.InferOutput<typeof MentionEvent>;

/** Why a call to another system did not succeed. */
const callProblems = [
  "blocked",
  "unreachable",
  "timeout",
  "auth",
  "not_found",
  "gone",
  "refused",
  "rate_limited",
  "failed",
  "redirected",
  "malformed",
  /** A fault of our own server, before or after the call. */
  "internal",
  /** The server's own secret is another one, so the one entered here cannot be opened. */
  "secret_lost",
] as const;
export const CallProblem = v.picklist(callProblems);
export type CallProblem = v.InferOutput<typeof CallProblem>;

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const isAddress = (text: string, isFit: (url: URL) => boolean): boolean => {
  const url = webAddress(text);
  return url !== null && /^https?:\/\/\S+$/i.test(text) && isFit(url);
};
/**
 * An address that is called exactly as it was pasted. It may hold no user name and no password: it is shown to admins, and secrets have a field of
 * their own.
 */
const Address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000),
  v.check((text) => isAddress(text, ({ username, password }) => username === "" && password === "")),
);
/** A help desk's address, to which the paths of its API are added. */
const DeskAddress = v.pipe(
  Address,
  v.maxLength(500),
  v.check((text) => isAddress(text, ({ search, hash }) => search === "" && hash === "")),
  v.transform((text) => text.replace(/[?#]+$/, "").replace(/\/+$/, "")),
);

/** Where the other system is and how it wants to be spoken to; no secrets. */
export const Target = v.variant("kind", [
  v.object({ kind: v.literal("zendesk"), address: DeskAddress, user: line(200) }),
  v.object({ kind: v.literal("chatwoot"), address: DeskAddress, account: number, inbox: number }),
  v.object({ kind: v.literal("zammad"), address: DeskAddress, group: line(200), customer: line(200) }),
  v.object({ kind: v.literal("webhook"), address: Address }),
  /** An incoming webhook of a chat. Its address is the secret. */
  v.object({ kind: v.literal("chat") }),
]);
export type Target = v.InferOutput<typeof Target>;

/** Help desks, which hold a ticket per mention; they are told everything. */
export const deskKinds: ReadonlySet<Target["kind"]> = new Set(["zendesk", "chatwoot", "zammad"]);

const shared = {
  id: v.pipe(v.string(), v.uuid()),
  name: line(longestName),
  target: Target,
  /** What a webhook or a chat wants to hear of. */
  events: v.pipe(v.array(MentionEvent), v.maxLength(mentionEvents.length)),
  enabled: v.boolean(),
};

/** What an admin sets. `secret`: the desk's key, the webhook's signing secret (`whsec_...`), the chat's address; null keeps the one there is. */
export const IntegrationChange = v.object({
  ...shared,
  secret: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(8), v.maxLength(1000))),
});
export type IntegrationChange = v.InferOutput<typeof IntegrationChange>;

/** A connection as admins see it; its secret never leaves the server. */
export const Integration = v.object({
  ...shared,
  /** Path that the other system may call when a ticket changed, after the server's address. */
  hook: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  problem: v.nullable(CallProblem),
  /** It is not called until then, after a failure or because it asked for a pause. */
  pausedUntil: v.nullable(Timestamp),
  waiting: Count,
  failed: Count,
});
export type Integration = v.InferOutput<typeof Integration>;

/** Whether it can be saved as it is. */
export const isIntegrationChange = (value: unknown): value is IntegrationChange => v.is(IntegrationChange, value);

/** One line of the delivery log. */
export const Delivery = v.object({
  id: Id,
  event: v.picklist([...mentionEvents, "test", "brake"]),
  mentionId: v.nullable(MentionId),
  state: v.picklist(["waiting", "done", "failed"]),
  attempts: Count,
  at: Timestamp,
  /** When it was last tried, and, while it waits, when it will be tried next. */
  triedAt: v.nullable(Timestamp),
  nextAt: v.nullable(Timestamp),
  problem: v.nullable(CallProblem),
  /** HTTP status of the last answer. */
  status: v.nullable(Count),
});
export type Delivery = v.InferOutput<typeof Delivery>;
