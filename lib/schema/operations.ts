import * as v from "valibot";
import { ClockSettings } from "./clock.ts";
import { Delivery, Integration, IntegrationChange } from "./integration.ts";
import { Id, KeywordEntry, KeywordList, KeywordListHead, maxEntries } from "./keywords.ts";
import { longestText, mostOf } from "./limits.ts";
import { dismissReasons, Fence, FollowUp, HistoryEntry, Mention, MentionId, Note, Sighting } from "./mention.ts";
import { Say } from "./overrule.ts";
import { reviewReasons } from "./reviewing.ts";
import type { Ability } from "./roles.ts";
import { TriageSettings } from "./triage-settings.ts";
import { Languages, limits } from "./wire.ts";
import {
  Answering,
  DisclosureGap,
  Invitation,
  KnowledgeItem,
  LanguageModel,
  Line,
  Member,
  Role,
  Source,
  StartLevel,
  Workspace,
} from "./workspace.ts";

interface OperationRow {
  readonly args: v.GenericSchema;
  readonly result: v.GenericSchema;
  /** What the member must be able to. */
  readonly needs: Ability;
  /** Queued ones wait in the outbox while offline; the others need the server now. */
  readonly queued: boolean;
}

const ref = { mentionId: MentionId };
const held = { ...ref, fence: Fence };
const integration = { integrationId: v.pipe(v.string(), v.uuid()) };
const Integrations = v.pipe(v.array(Integration), v.maxLength(mostOf.integrations));
const DeliveryLog = v.pipe(v.array(Delivery), v.maxLength(mostOf.loggedDeliveries));
const Entries = v.pipe(v.array(KeywordEntry), v.maxLength(maxEntries));
const PushId = v.pipe(v.string(), v.uuid());
const PartCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.parts));
const DraftText = v.pipe(v.string(), v.maxLength(longestText));
const ReviewedText = v.pipe(DraftText, v.minLength(1));

/** Every change that a device may ask of the server: what it takes, what it gives, and who may. */
export const operations = {
  /** A post matched. The same post seen by many devices is one mention. */
  "mention.report": { args: Sighting, result: Mention, needs: "report", queued: true },
  /** One mention as it is now, for a device that does not hold it: `not_found`. Changes nothing. */
  "mention.get": { args: v.object(ref), result: Mention, needs: "answer", queued: false },
  /** "I look at this": for two minutes, shown to the others. Who saves a draft is shown as writing. */
  "mention.look": { args: v.object(ref), result: v.null(), needs: "answer", queued: false },
  /** Take the lease on this mention: `lease_held`, `claim_limit`, `move_not_allowed`; escalated ones are for staff (`forbidden`). */
  "claim.take": { args: v.object(ref), result: Mention, needs: "answer", queued: false },
  /**
   * Take the best one that waits: by priority and how long it waits. In these `languages` (none: any), and with `others` in any other when none of
   * those waits; `except`: not these, which the member passed on. `queue_empty` when there is none.
   */
  "claim.next": {
    args: v.object({
      languages: Languages,
      others: v.optional(v.boolean()),
      except: v.optional(v.pipe(v.array(MentionId), v.maxLength(mostOf.excepted))),
    }),
    result: Mention,
    needs: "answer",
    queued: false,
  },
  /** "Still here": moves the silence limit, not the lease's end. */
  "claim.heartbeat": { args: v.object(held), result: Mention, needs: "answer", queued: false },
  /** Ten more minutes, once. */
  "claim.renew": { args: v.object(held), result: Mention, needs: "answer", queued: false },
  /** Give it back; the draft stays on the mention. */
  "claim.release": { args: v.object(held), result: Mention, needs: "answer", queued: true },
  "draft.save": { args: v.object({ ...held, text: DraftText }), result: Mention, needs: "answer", queued: true },
  /**
   * Send this text to the reviewers. The claim stands still while they read. What comes of it holds for this very text: another one is a new draft.
   * `move_not_allowed` for a text that was sent back.
   */
  "review.request": { args: v.object({ ...held, text: ReviewedText }), result: Mention, needs: "answer", queued: true },
  /** "I would post this." `forbidden` for newcomers and for one's own, `review_stale` when the draft is another by now. */
  "review.approve": { args: v.object({ ...ref, text: ReviewedText }), result: Mention, needs: "review", queued: false },
  /** Send it back to its author; as `review.approve`. */
  "review.reject": {
    args: v.object({ ...ref, text: ReviewedText, reason: v.picklist(reviewReasons) }),
    result: Mention,
    needs: "review",
    queued: false,
  },
  /** "I would post this instead"; as `review.approve`. */
  "review.suggest": { args: v.object({ ...ref, text: ReviewedText, edit: ReviewedText }), result: Mention, needs: "review", queued: false },
  /** The author takes a suggested text, which its reviewer then has approved: `review_stale` when nobody suggests it. */
  "review.accept": { args: v.object({ ...held, text: ReviewedText }), result: Mention, needs: "answer", queued: true },
  /** The reply stands on the site: seen there, or confirmed by the member. A newcomer's needs approval: `review_needed`. */
  "reply.posted": {
    args: v.object({
      ...held,
      text: DraftText,
      url: FollowUp.entries.url,
      proof: v.picklist(["seen", "confirmed"]),
      /** The suggestion that the text began as, and whether it was changed; left out where there was none. */
      from: v.optional(v.nullable(v.object({ source: Source, edited: v.boolean() }))),
      /** The member's own words for the tie to the brand, which stand in the text; left out where the workspace has some. */
      disclosure: v.optional(v.nullable(Line)),
    }),
    result: Mention,
    needs: "answer",
    queued: true,
  },
  /** Hand it to staff, or between the lines of staff, or back to the community. */
  "mention.route": {
    args: v.object({
      ...ref,
      route: v.picklist(["community", "first_line", "second_line"]),
      note: Note,
    }),
    result: Mention,
    needs: "answer",
    queued: true,
  },
  "mention.dismiss": { args: v.object({ ...ref, reason: v.picklist(dismissReasons) }), result: Mention, needs: "answer", queued: true },
  /** Undo of a dismissal. */
  "mention.reopen": { args: v.object(ref), result: Mention, needs: "answer", queued: true },
  /** What a person says of one field of the triage: it wins over every later score, until it is taken back. */
  "mention.overrule": { args: v.intersect([v.object(ref), Say]), result: Mention, needs: "triage", queued: true },
  /** Replace what the workspace says about triage; live on the other devices with their next sync. `settings_stale`. */
  "triage.push": {
    args: v.object({ baseVersion: TriageSettings.entries.version, settings: v.omit(TriageSettings, ["version"]) }),
    result: Workspace,
    needs: "manageRules",
    queued: false,
  },
  /** Say who of staff should take care of it; null: nobody in particular. */
  "mention.assign": { args: v.object({ ...ref, memberId: v.nullable(Id) }), result: Mention, needs: "assign", queued: true },
  /** Set it aside as the same as another one; `mention.reopen` undoes it. */
  "mention.merge": { args: v.object({ ...ref, intoId: MentionId }), result: Mention, needs: "triage", queued: true },
  /** The author wrote again. The same later post seen by many devices is one. */
  "mention.follow_up": { args: FollowUp, result: Mention, needs: "report", queued: true },
  /** The people of the workspace. */
  "member.list": {
    args: v.strictObject({}),
    result: v.pipe(v.array(Member), v.maxLength(mostOf.members)),
    needs: "seePeople",
    queued: false,
  },
  /** A suggestion does not answer this post. */
  "suggestion.reject": { args: v.object({ ...ref, source: Source }), result: v.null(), needs: "answer", queued: true },
  /** Add knowledge items, or replace those of the same id. */
  "knowledge.save": {
    args: v.object({ items: v.pipe(v.array(v.omit(KnowledgeItem, ["removed"])), v.minLength(1), v.maxLength(mostOf.savedItems)) }),
    result: v.object({ saved: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostOf.savedItems)) }),
    needs: "manageKnowledge",
    queued: false,
  },
  "knowledge.remove": { args: v.object({ itemId: Id }), result: v.null(), needs: "manageKnowledge", queued: false },
  /** What replies must keep to; `machineDrafts` is not changed by it. */
  "answering.set": { args: v.object({ answering: Answering }), result: Workspace, needs: "manageRules", queued: false },
  /** In which languages replies went out for which the workspace has no disclosure still, most first. */
  "disclosure.gaps": {
    args: v.strictObject({}),
    result: v.pipe(v.array(DisclosureGap), v.maxLength(2 * mostOf.disclosures)),
    needs: "manageRules",
    queued: false,
  },
  /** The language model that drafts replies, without its key; null when there is none. */
  "model.read": { args: v.object({}), result: v.nullable(LanguageModel), needs: "manageRules", queued: false },
  /** `key`: null keeps the one that is there, as long as the address stays. `address_refused`. */
  "model.set": {
    args: v.object({
      ...v.omit(LanguageModel, ["hasKey"]).entries,
      key: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
    }),
    result: v.nullable(LanguageModel),
    needs: "manageRules",
    queued: false,
  },
  "model.remove": { args: v.object({}), result: v.null(), needs: "manageRules", queued: false },
  /** Puts down the `part`-th part (from 1) of a list that is too long for one request, until `keywords.push` takes them together. `keyword_invalid`. */
  "keywords.part": {
    args: v.object({ pushId: PushId, part: PartCount, entries: Entries }),
    result: v.object({ part: PartCount }),
    needs: "manageKeywords",
    queued: false,
  },
  /**
   * Replace a keyword list, at once; live on the other devices with their next sync. The entries of `parts`, which this device put down before, stand
   * in front of `entries`. `list_stale`, `keyword_invalid`, `too_large`; `not_found` when parts are missing.
   */
  "keywords.push": {
    args: v.object({
      listId: Id,
      name: KeywordList.entries.name,
      baseVersion: KeywordList.entries.version,
      negative: KeywordList.entries.negative,
      parts: v.optional(v.object({ pushId: PushId, count: PartCount })),
      entries: Entries,
    }),
    result: KeywordListHead,
    needs: "manageKeywords",
    queued: false,
  },
  /** The workspace's first-answer clock; counts for posts reported from now on. */
  "clock.save": { args: ClockSettings, result: Workspace, needs: "manageRules", queued: false },
  /** Connect another system, or change how. Gives all of them. */
  "integration.save": { args: IntegrationChange, result: Integrations, needs: "manageIntegrations", queued: false },
  "integration.remove": { args: v.object(integration), result: Integrations, needs: "manageIntegrations", queued: false },
  "integration.list": { args: v.strictObject({}), result: Integrations, needs: "manageIntegrations", queued: false },
  /** Call it now, whatever it was that failed before; how that went is in its log. */
  "integration.test": { args: v.object(integration), result: DeliveryLog, needs: "manageIntegrations", queued: false },
  /** What it was told, newest first, and why not. */
  "delivery.list": { args: v.object(integration), result: DeliveryLog, needs: "manageIntegrations", queued: false },
  /** Tell it again: one, or all that were given up. */
  "delivery.replay": {
    args: v.object({ ...integration, deliveryId: v.nullable(Id) }),
    result: DeliveryLog,
    needs: "manageIntegrations",
    queued: false,
  },
  /** What was done to a mention, oldest first. */
  "mention.history": {
    args: v.object(ref),
    result: v.pipe(v.array(HistoryEntry), v.maxLength(mostOf.history)),
    needs: "triage",
    queued: false,
  },
  /** A single-use invitation that expires after seven days. `level`: the trust that an advocate begins with. */
  "invitation.create": {
    args: v.object({ role: Role, level: v.optional(StartLevel) }),
    result: Invitation,
    needs: "managePeople",
    queued: false,
  },
} as const satisfies Record<string, OperationRow>;

export type OperationName = keyof typeof operations;
export type OperationArgs<N extends OperationName> = v.InferOutput<(typeof operations)[N]["args"]>;
export type OperationResult<N extends OperationName> = v.InferOutput<(typeof operations)[N]["result"]>;

/** True for a name in the table. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
