import * as v from "valibot";
import { AlertState } from "./alerts.ts";
import { Language } from "./brand.ts";
import { DraftProblem } from "./draft-problem.ts";
import { errorCodes, shutOutCodes } from "./errors.ts";
import { InterfaceLanguage, SpokenTexts } from "./interface-language.ts";
import { InvitationFrom, PastedInvitation } from "./invitations.ts";
import { Id } from "./keywords.ts";
import { longestSearch, longestText } from "./limits.ts";
import { KeptFor, Mention, MentionId, type Sighting } from "./mention.ts";
import { type OperationName, operationRow, operations } from "./operations.ts";
import { PageStart, Sharing } from "./page-start.ts";
import { maxPostText, Post, SiteId } from "./post.ts";
import { Doing } from "./presence.ts";
import { answering, type Sender } from "./senders.ts";
import { SiteUse, UsedSite } from "./site-use.ts";
import { Languages } from "./wire.ts";
import { Line, Member, Workspace } from "./workspace.ts";

interface MessageRow {
  readonly args: v.GenericSchema;
  readonly reply: v.GenericSchema;
  readonly from: readonly Sender[];
  /** Not asked again when the worker ended before it answered, since it would do a second time what it may have done already. */
  readonly once?: true;
}

const nothing = v.null();
const ref = v.object({ mentionId: MentionId });
const own = ["popup", "panel", "admin", "welcome", "settings", "you"] as const;

/** What the badge beside a post shows. */
export const BadgeState = v.object({
  mentionId: MentionId,
  /** `ask`: matched, not shared until the member says so. `quiet`: it waits like `needs_answer`, but its author hardly expects an answer. `translated`: the page shows the site's words. */
  state: v.picklist(["ask", "needs_answer", "quiet", "yours", "other", "staff", "answered", "dismissed", "translated"]),
  /** Name of who is on it, for `other`. */
  who: v.nullable(v.string()),
  /** End of the clock that the state shows, epoch ms in the device's own time; null when none runs. */
  untilMs: v.nullable(v.number()),
  /** Something kind that waits for an answer: nobody is in need, so no clock is shown. */
  isPraise: v.optional(v.literal(true)),
  /** Which of the device's communities wants the post. */
  community: v.optional(v.string()),
  /** The name of that community, where the device is in several. */
  brand: v.optional(v.string()),
});
export type BadgeState = v.InferOutput<typeof BadgeState>;

export const SeenPost = v.object({ post: Post });
export type SeenPost = v.InferOutput<typeof SeenPost>;

/** An answer offered to a member. */
const Suggestion = v.object({
  /** What it comes from, for the verdict on it. */
  source: v.string(),
  /** Title of the knowledge item; null for an earlier reply. */
  title: v.nullable(v.string()),
  text: v.string(),
  /** Words of the post that led to it. */
  words: v.array(v.string()),
  /** Something in the post speaks for it; otherwise it is only often used, and never put into the box by itself. */
  isFounded: v.boolean(),
});
export type Suggestion = v.InferOutput<typeof Suggestion>;

/** What an answer on record is looked for by. */
const SearchWords = v.pipe(v.string(), v.maxLength(longestSearch));

/** What the card shows about one mention. */
export const CardState = v.object({
  mention: Mention,
  me: Member,
  workspace: Workspace,
  /** Best first; texts may still hold placeholders. */
  suggestions: v.array(Suggestion),
  /** More suggestions are still looked for. */
  isSearching: v.boolean(),
  /** Whose language model would write a draft; null when there is none. */
  languageModel: v.nullable(v.picklist(["server", "browser"])),
  /** What this device holds unsent, when it is newer than the mention's draft. */
  unsentDraft: v.nullable(v.string()),
  /** What the member wrote for it before, when it is newer than the mention's draft; only this device has it. */
  keptText: v.optional(v.nullable(v.string())),
  /** By language, the member's own words for the tie to the brand where the workspace has none. */
  ownDisclosures: v.optional(v.record(v.string(), v.string())),
  /** Who else looks at it or writes on it, the most telling first. */
  others: v.array(v.object({ name: v.string(), doing: Doing })),
  /** Operations not yet sent. */
  waiting: v.number(),
  /** The server could not be reached when it was last asked. */
  isOffline: v.boolean(),
  /** Add to the device's clock to get the server's, in ms. */
  skewMs: v.number(),
  badge: BadgeState,
});
export type CardState = v.InferOutput<typeof CardState>;

/** The post to go on with, if one waits for this member; `isFull`: they hold as many as they may. */
export const NextOffer = v.object({ mention: v.nullable(Mention), isFull: v.boolean() });
export type NextOffer = v.InferOutput<typeof NextOffer>;

/** Who this device is; never the token. */
export const Session = v.object({
  server: v.string(),
  consented: v.boolean(),
  sharing: Sharing,
  member: v.nullable(Member),
  workspace: v.nullable(Workspace),
  /** Why the server does not let this device in; left out while it does, or was never asked. The community's name is there also when it is no longer this device's. */
  shutOut: v.optional(v.object({ code: v.picklist(shutOutCodes), workspace: Workspace.entries.name })),
  /** What the member reads, as they said; left out: as the browser says. */
  languages: v.optional(Languages),
});
export type Session = v.InferOutput<typeof Session>;

/** Operations that the extension's pages ask for as they are: the queued ones go to the outbox, and what is seen from here changes at once. */
export type RelayedName = { [N in OperationName]: (typeof operations)[N]["from"] extends readonly [] ? never : N }[OperationName];
type Relayed = {
  readonly [N in RelayedName]: {
    readonly args: (typeof operations)[N]["args"];
    readonly reply: (typeof operations)[N]["queued"] extends true ? typeof nothing : (typeof operations)[N]["result"];
    readonly from: (typeof operations)[N]["from"];
  };
};

export const relayedNames = (Object.keys(operations) as OperationName[]).filter(
  (name) => operationRow(name).from.length > 0,
) as RelayedName[];

function relayed(): Relayed {
  const rows = relayedNames.map((name) => {
    const { args, result, queued, from } = operationRow(name);
    return [name, { args, reply: queued ? nothing : result, from }];
  });
  return Object.fromEntries(rows);
}

/** All that the background answers: name -> what goes in, what comes out, who may ask. */
export const toBackground = {
  ...relayed(),
  /** Null before consent and joining, when nothing is read. */
  "page.start": { args: v.object({ site: SiteId }), reply: v.nullable(PageStart), from: ["page"] },
  /**
   * A keyword stands in a post on the page. Read exactly, scored, stored and queued before the answer, for each community that wants it; empty when
   * it is no mention after all.
   */
  "post.seen": { args: SeenPost, reply: v.array(BadgeState), from: ["page"] },
  /**
   * The member pressed the badge of a post that was held back by `sharing: "ask"`: shows what would be sent of it, and sends nothing.
   * `dismissed` when it is no mention after all.
   */
  "post.offer": { args: SeenPost, reply: BadgeState, from: ["page"] },
  /** The member saw what would be sent, and chose to share it: that is sent, as it was shown. */
  "post.share": { args: ref, reply: v.nullable(BadgeState), from: ["page"] },
  /** A post that the member pasted; already scored and stored, and queued when it is new to the workspace. */
  "post.add": {
    args: v.object({
      link: v.pipe(v.string(), v.maxLength(2000), v.url()),
      text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxPostText)),
      author: v.pipe(v.string(), v.trim(), v.maxLength(80)),
    }),
    reply: v.object({ mention: Mention, isNew: v.boolean() }),
    from: ["popup", "panel"],
  },
  /** The author of an answered post wrote again; `below`: id of what the page shows it below. Whether it is about our reply is decided here. */
  "follow_up.seen": {
    args: v.object({ ...ref.entries, ...SeenPost.entries, below: v.pipe(v.string(), v.maxLength(200)) }),
    reply: nothing,
    from: ["page"],
  },
  /** Posts are on the page and fields are no longer found: counts and field names only. */
  "drift.note": {
    args: v.object({
      site: SiteId,
      posts: v.number(),
      readable: v.number(),
      missing: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
    }),
    reply: nothing,
    from: ["page"],
  },
  /** A click on a badge: put the card into this tab and open it there. */
  "card.open": { args: ref, reply: nothing, from: ["page"] },
  /**
   * Open the post's page and the card there, as soon as the post is found; `opened` is false where no card can stand. It survives the worker's
   * end, the page's loading and a sign-in on the way.
   */
  "card.seek": { args: ref, reply: v.object({ opened: v.boolean() }), from: ["popup", "panel"] },
  /** The card that was sought stands where the member sees it. */
  "card.settled": { args: ref, reply: nothing, from: ["page"] },
  /** `thread`: what the page shows of the talk before the post; it stays on the device. */
  "card.state": {
    args: v.object({ ...ref.entries, thread: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(20))) }),
    reply: CardState,
    from: answering,
  },
  /** Answers on record for words that the member typed, looked for on this device, as suggestions for the post; best first. */
  "knowledge.find": { args: v.object({ ...ref.entries, words: SearchWords }), reply: v.array(Suggestion), from: answering },
  /** The member put such an answer into the draft; that is remembered on this device. */
  "knowledge.pick": { args: v.object({ ...ref.entries, itemId: Id }), reply: nothing, from: answering },
  /** A draft of a language model, for the holder of the claim. It is shown, marked, and never placed unread. */
  "draft.write": { args: operations["claim.release"].args, reply: v.object({ text: v.string() }), from: answering },
  /** Everything that is to be said about a draft before it is placed. */
  "draft.check": {
    args: v.object({ ...ref.entries, text: v.pipe(v.string(), v.maxLength(10_000)) }),
    reply: v.array(DraftProblem),
    from: answering,
  },
  /** What the member wrote when they lost the post, and throwing it away; it stays on this device. */
  "text.keep": {
    args: v.object({ ...ref.entries, text: v.pipe(v.string(), v.maxLength(longestText)), post: v.optional(v.nullable(KeptFor)) }),
    reply: nothing,
    from: answering,
  },
  "text.drop": { args: ref, reply: nothing, from: answering },
  /** The member's own words for the tie to the brand in a language; they stay on this device, for the next reply in it. */
  "disclosure.keep": { args: v.object({ lang: Language, line: Line }), reply: nothing, from: answering },
  /** The member opened the mention in the panel's list, which the others are told. */
  "mention.look": { args: ref, reply: nothing, from: ["panel"] },
  /** "Not for me": the member is not offered the post again, on this device; or they are again. Nobody else learns of it. */
  "mention.pass": { args: v.object({ ...ref.entries, isPassed: v.boolean() }), reply: nothing, from: ["popup"] },
  /** What was passed on is offered again. */
  "mention.offer_again": { args: nothing, reply: nothing, from: ["popup"] },
  /** What the member may go on with after this post, and the way there; a page opens nothing else than what the member is offered. */
  "next.get": { args: ref, reply: NextOffer, from: ["page"] },
  "next.open": { args: ref, reply: v.object({ opened: v.boolean() }), from: ["page"] },
  /** Take the next post: in the member's languages first, and none that they passed on. */
  "claim.next": { args: nothing, reply: operations["claim.next"].result, from: ["panel"] },
  "draft.save": { args: operations["draft.save"].args, reply: nothing, from: answering },
  /** Take back what a member did, in as many operations as it needs; `ids`: of those operations, to undo them by. */
  "member.take_back": {
    args: v.omit(operations["member.take_back"].args, ["after"]),
    reply: v.object({ posts: v.number(), ids: v.array(v.string()) }),
    from: ["panel"],
  },
  "reply.posted": { args: operations["reply.posted"].args, reply: nothing, from: answering },
  /**
   * Paste `text` into the focused editor of the sending tab, once, from the page's own world. The content script
   * has focused it; `editor` is the selector that the focused element must match. `pasted` is false when it did not.
   */
  "reply.insert": {
    args: v.object({ ...ref.entries, editor: v.pipe(v.string(), v.maxLength(300)), text: v.pipe(v.string(), v.maxLength(10_000)) }),
    reply: v.object({ pasted: v.boolean() }),
    from: ["page"],
    once: true,
  },
  "session.get": { args: nothing, reply: Session, from: own },
  "consent.give": { args: v.object({ sharing: Sharing }), reply: Session, from: ["welcome", "settings"] },
  /** Whose community an invitation leads to: the member asks for it, before or after they agreed, and nothing but the invitation is sent. */
  "invitation.whose": {
    args: v.object({ invitation: PastedInvitation }),
    reply: InvitationFrom,
    from: ["welcome"],
  },
  /** `invitation`: the link, or the code when the server is known. */
  "session.join": {
    args: v.object({
      invitation: PastedInvitation,
      name: v.pipe(v.string(), v.maxLength(80)),
    }),
    reply: Session,
    from: ["welcome"],
    once: true,
  },
  /** Ends membership, or only this device's part in it, and forgets all that is here. */
  "session.leave": { args: v.picklist(["community", "device"]), reply: Session, from: ["settings", "popup", "panel", "admin"] },
  /** What the member reads, as primary tags; null: as the browser says. The queue in them is fetched anew. */
  "languages.set": { args: v.object({ languages: v.nullable(Languages) }), reply: nothing, from: ["settings"] },
  /** The place for one more community on this device, in which nobody is yet; throws `communities_full`. */
  "community.begin": { args: nothing, reply: v.object({ community: v.string() }), from: ["welcome"] },
  /** Work for this community from now on, on all pages of ours. */
  "community.choose": { args: v.object({ community: v.pipe(v.string(), v.maxLength(60)) }), reply: nothing, from: own },
  /** The sites whose pages are read, and what is wanted of each on this device. */
  "site.list": { args: nothing, reply: v.array(UsedSite), from: ["popup", "settings"] },
  "site.use": { args: v.object({ site: SiteId, use: SiteUse }), reply: nothing, from: ["popup", "settings"] },
  /** How alerts stand on this device. */
  "alerts.state": { args: nothing, reply: AlertState, from: ["popup", "settings"] },
  /** Which language the extension speaks on this device; null: the browser's own. */
  "language.choose": { args: v.object({ language: v.nullable(InterfaceLanguage) }), reply: nothing, from: ["settings"] },
  /** The texts of the language that was chosen here; null: the browser's own. */
  "language.texts": { args: nothing, reply: v.nullable(SpokenTexts), from: ["page"] },
  "sync.now": { args: nothing, reply: nothing, from: own },
  /** An operation that the server refused: try it again, or let it go. */
  "outbox.retry": { args: v.object({ operationId: v.string() }), reply: nothing, from: own, once: true },
  "outbox.discard": { args: v.object({ operationId: v.string() }), reply: nothing, from: own, once: true },
  /** Push a keyword list of any length; the background sends it in parts. */
  "keywords.push": {
    args: v.omit(operations["keywords.push"].args, ["parts"]),
    reply: operations["keywords.push"].result,
    from: ["admin"],
  },
} as const satisfies Record<string, MessageRow>;

export type MessageName = keyof typeof toBackground;
/** Messages that are never asked twice. */
export type OnceName = { [N in MessageName]: (typeof toBackground)[N] extends { readonly once: true } ? N : never }[MessageName];
export type MessageArgs<N extends MessageName> = v.InferOutput<(typeof toBackground)[N]["args"]>;
export type MessageReply<N extends MessageName> = v.InferOutput<(typeof toBackground)[N]["reply"]>;

/** A post that the member may share, and what of it would be sent. */
export interface PostOffer {
  /** Which community would get it. */
  readonly community: string;
  readonly mentionId: string;
  readonly sighting: Sighting;
}

/** How an answer crosses: errors by code, so that callers branch on the closed list. */
export const Envelope = v.variant("ok", [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), code: v.picklist(errorCodes), detail: v.nullable(v.string()) }),
]);
export type Envelope = v.InferOutput<typeof Envelope>;
