import * as v from "valibot";
import { Brand } from "./brand.ts";
import { errorCodes } from "./errors.ts";
import { Id, KeywordList } from "./keywords.ts";
import { longestName, longestText, mostHeld, spread } from "./limits.ts";
import { Fence, Mention, MentionId } from "./mention.ts";
import { MemberName, shownLine } from "./person.ts";
import { Timestamp } from "./post.ts";
import { Presence } from "./presence.ts";
import { Invitation, KnowledgeItem, Member, Precedent, Workspace } from "./workspace.ts";

/** Version of the wire protocol; both ends state theirs. */
export const protocolVersion = 1;
/** The oldest peer that still works. */
export const oldestProtocol = 1;

/** Bounds of one request; and of a keyword list, which is pushed in as many parts as it takes (bytes of its entries as JSON in UTF-8). */
export const limits = { requestBytes: 1_000_000, operations: 200, changes: 500, presence: 500, partBytes: 400_000, parts: 25 } as const;

const Uuid = v.pipe(v.string(), v.uuid());
const Protocol = v.pipe(v.number(), v.safeInteger());

/** BCP-47 primary tags of what somebody reads. */
export const Languages = v.pipe(v.array(v.pipe(v.string(), v.maxLength(35))), v.maxLength(20));

/** One change asked for. The device mints `id`; a repeat with the same id gets the stored result. */
export const Operation = v.object({
  id: Uuid,
  name: v.pipe(v.string(), v.maxLength(40)),
  args: v.unknown(),
});
export type Operation = v.InferOutput<typeof Operation>;

/** 256 random bits, base64url. The server keeps only its hash. */
const Token = v.pipe(v.string(), v.minLength(43), v.maxLength(200));

/** Random, base64url. */
const BrowserSecret = v.pipe(v.string(), v.minLength(20), v.maxLength(100));

const ForumName = v.pipe(v.string(), v.maxLength(60));

const Revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * Where a device is: `epoch` changes when a backup was restored, and the device starts over. With `until` it is on its first way
 * through the workspace: up to there only what a device needs is sent, from there on everything that moves.
 */
export const Cursor = v.pipe(
  v.object({ epoch: v.pipe(v.string(), v.maxLength(40)), revision: Revision, until: v.optional(Revision) }),
  v.check(({ revision, until = revision }) => revision <= until, "past its end"),
);
export type Cursor = v.InferOutput<typeof Cursor>;

export const SyncRequest = v.object({
  protocol: Protocol,
  since: v.nullable(Cursor),
  /** Each is checked by itself, so that a bad one does not hold up the others. */
  operations: v.pipe(v.array(v.unknown()), v.maxLength(limits.operations)),
  /** BCP-47 primary tags of what the member reads; the queue in them is sent first. */
  languages: v.optional(Languages, []),
  /** The device has worked off what it held of the queue: send the top of it anew. */
  refill: v.optional(v.boolean(), false),
});

export const WireError = v.object({
  code: v.picklist(errorCodes),
  message: v.pipe(v.string(), v.maxLength(1000)),
  /** From when on it works again, where that is known. */
  again: v.optional(Timestamp),
});
export type WireError = v.InferOutput<typeof WireError>;

/** The operation's id; something that was no valid operation may have none. */
const OutcomeId = v.pipe(v.string(), v.maxLength(100));

export const OperationOutcome = v.variant("ok", [
  v.object({ id: OutcomeId, ok: v.literal(true), value: v.unknown() }),
  v.object({ id: OutcomeId, ok: v.literal(false), error: WireError }),
]);
export type OperationOutcome = v.InferOutput<typeof OperationOutcome>;

export const Change = v.variant("kind", [
  v.object({ kind: v.literal("mention"), value: Mention }),
  v.object({ kind: v.literal("mention_removed"), id: MentionId }),
  v.object({ kind: v.literal("keyword_list"), value: KeywordList }),
  v.object({ kind: v.literal("knowledge"), value: KnowledgeItem }),
  v.object({ kind: v.literal("precedent"), value: Precedent }),
  v.object({ kind: v.literal("workspace"), value: Workspace }),
  v.object({ kind: v.literal("member"), value: Member }),
  /** Somebody is no longer a member: their name goes from wherever it stands. */
  v.object({ kind: v.literal("member_removed"), id: Id }),
]);
export type Change = v.InferOutput<typeof Change>;

/** Over how long devices that lost the server are to come back, in milliseconds. */
const SpreadMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(spread.mostMs));

/** A page of what moved, and the top of the queue: what waits, what others are at work on, what was closed last. */
const mostChanges = limits.changes + 2 * mostHeld.queue + mostHeld.closed;

export const SyncResponse = v.object({
  protocol: Protocol,
  results: v.pipe(v.array(OperationOutcome), v.maxLength(limits.operations)),
  /** In the order of their revisions; then the top of the queue, when it was due. */
  changes: v.pipe(v.array(Change), v.maxLength(mostChanges)),
  cursor: Cursor,
  /** What the device mirrors is too old or of another epoch: forget it (not the outbox) and ask without a cursor. */
  startOver: v.optional(v.boolean(), false),
  /** Said with the top of the queue: whether more waits than was sent. */
  beyond: v.optional(v.boolean()),
  /** Who came to look or write since the cursor. */
  presence: v.optional(v.pipe(v.array(Presence), v.maxLength(limits.presence)), []),
  /** More changes wait: ask again from `cursor`. */
  more: v.boolean(),
  /** Over how long the device is to spread its coming back when it lost the server; servers of before did not say. */
  spreadMs: v.optional(SpreadMs),
  /** The token that the device is to use from its next request on; until it does, the present one works. */
  token: v.optional(Token),
  /** The server's clock, so that a device with a wrong one still counts down rightly. */
  now: Timestamp,
});
export type SyncResponse = v.InferOutput<typeof SyncResponse>;

export const JoinRequest = v.object({
  protocol: Protocol,
  code: v.pipe(v.string(), v.trim(), v.maxLength(100)),
  name: MemberName,
  /** Its browser and system, by which its member tells their devices apart. */
  device: v.optional(shownLine(60)),
  /** Minted by the device and sent again when no answer came: the invitation is then used once all the same. */
  joinId: v.optional(Uuid),
});

/** Asks whose community an invitation leads to. */
export const WhoseRequest = v.object({ protocol: Protocol, code: JoinRequest.entries.code });
export const WhoseResponse = v.object({
  name: v.pipe(v.string(), v.maxLength(longestName)),
  mark: Brand.entries.mark,
  /** The forum whose accounts may join; a server of before does not say. */
  forum: v.nullish(ForumName, null),
});
export type WhoseResponse = v.InferOutput<typeof WhoseResponse>;

/** Begins joining with an account of the workspace's forum: `browser` is a secret of the browser that begins, which alone can finish it. */
export const SignOnRequest = v.object({ protocol: Protocol, workspace: Id, browser: BrowserSecret });
export const SignOnResponse = v.object({
  name: v.pipe(v.string(), v.maxLength(longestName)),
  mark: Brand.entries.mark,
  forum: ForumName,
  /** Where the forum asks who it is. */
  url: v.pipe(v.string(), v.maxLength(2000), v.url()),
});
export type SignOnResponse = v.InferOutput<typeof SignOnResponse>;

/** What the forum answered, as it stood in the address that it led back to. */
export const SignedOnRequest = v.object({
  ...SignOnRequest.entries,
  sso: v.pipe(v.string(), v.maxLength(7_000)),
  sig: v.pipe(v.string(), v.maxLength(100)),
});
export const SignedOnResponse = v.pick(Invitation, ["link"]);
export type SignedOnResponse = v.InferOutput<typeof SignedOnResponse>;

export const JoinResponse = v.object({
  token: Token,
  deviceId: Id,
  member: Member,
  workspace: Workspace,
  /** What the invitation says that its member reads. */
  languages: v.optional(Languages),
});
export type JoinResponse = v.InferOutput<typeof JoinResponse>;

/** Asks the workspace's language model for a draft, for the holder of a claim; `sources` are the knowledge items that the device found. */
export const DraftRequest = v.object({
  protocol: Protocol,
  mentionId: MentionId,
  fence: Fence,
  sources: v.pipe(v.array(Id), v.maxLength(10)),
});
export const DraftResponse = v.object({ text: v.pipe(v.string(), v.maxLength(longestText)) });
export type DraftResponse = v.InferOutput<typeof DraftResponse>;

/** The body of every refused request. */
export const ErrorBody = v.object({ error: WireError });

/** With which code the server closes a socket whose device is not, or no longer, let in. */
export const notLetIn = 4401;

/** The socket: the device sends `{token}` first; the server then only ever says `{revision, spreadMs}`. */
export const SocketHello = v.object({ token: v.pipe(v.string(), v.maxLength(200)) });
export const SocketWake = v.object({
  revision: Revision,
  /** Over how long devices that lose the server are to come back: it grows with how many there are. */
  spreadMs: v.optional(SpreadMs, 0),
});
