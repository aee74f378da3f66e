import type { Doings, TakeBack, takeBackHours } from "../../lib/schema/doings.ts";
import type { dismissReasons } from "../../lib/schema/lifecycle.ts";
import type { HistoryEntry, Mention, Wish } from "../../lib/schema/mention.ts";
import type { OverruleField, OverruleValue } from "../../lib/schema/overrule.ts";
import type { Route } from "../../lib/schema/triage.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { OpenAnswering } from "../composer/actions.ts";
import type { AddPostActions } from "../queue/actions.ts";
import type { LookActions, ReviewActions } from "../review/actions.ts";

/** What members did in the last day, the unusual first, and what was taken back of it. */
export interface DoingsList {
  readonly people: readonly Doings[];
  readonly takeBacks: readonly TakeBack[];
}

/** What the panel can do. What fails rejects with why. */
export interface PanelActions extends ReviewActions, AddPostActions, Pick<LookActions, "end"> {
  /** Lets the others see that this member looks at it. */
  tellLooking(mentionId: string): void;
  take(mention: Mention): Promise<void>;
  route(mention: Mention, to: Route): Promise<void>;
  dismiss(mention: Mention, reason: (typeof dismissReasons)[number]): Promise<void>;
  reopen(mention: Mention): Promise<void>;
  /** Declines what a newcomer would do with it, or has it open again. */
  decline(mention: Mention, wish: Wish, isDeclined: boolean): Promise<void>;
  /** Says what a field of the triage is instead; null puts back what was scored. */
  overrule(mention: Mention, field: OverruleField, value: OverruleValue | null): Promise<void>;
  /** Says who of staff takes care of it; null takes that back, so that it is nobody's in particular. */
  assign(mention: Mention, memberId: string | null): Promise<void>;
  merge(mention: Mention, intoId: string): Promise<void>;
  /** Takes the best that waits, and gives its id. */
  next(): Promise<string>;
  /** Lets go of a post that this member holds, so that others can take it. */
  giveBack(mentionId: string): Promise<void>;
  members(): Promise<Member[]>;
  doings(): Promise<DoingsList>;
  /** Takes back what one member did in the last hours. */
  takeBack(memberId: string, hours: (typeof takeBackHours)[number]): Promise<TakenBack>;
  undoTakeBack(id: string): Promise<void>;
  history(mentionId: string): Promise<HistoryEntry[]>;
  openAnswering: OpenAnswering;
  openPost(permalink: string): void;
  openWelcome(): void;
  retry(operationId: string): void;
  discard(operationId: string): void;
}

/** How many posts moved, and what undoes it. */
interface TakenBack {
  readonly posts: number;
  readonly ids: readonly string[];
}

/** What can be done with many at once; each is one operation of its own, and one undo takes all back. */
export interface BulkActions {
  routeAll(mentions: readonly Mention[], to: Route): Promise<void>;
  assignAll(mentions: readonly Mention[], memberId: string | null): Promise<void>;
  dismissAll(mentions: readonly Mention[], reason: (typeof dismissReasons)[number]): Promise<void>;
  /** Merges all others into the first of them, which stays open and stands for them. */
  mergeAll(mentions: readonly Mention[]): Promise<void>;
}

/** Gives the post that the member is on now; null when it did not work. */
export interface Takes {
  take(mention: Mention): Promise<string | null>;
  next(): Promise<string | null>;
}

/** The panel's actions for one post; those that give the post they took stand in `Takes`. */
export interface PostActions extends Omit<PanelActions, keyof Takes | "giveBack" | "decline"> {
  /** Does what a newcomer would do with it, or declines it. */
  answerOpinion(mention: Mention, isAgreed: boolean): Promise<void>;
}

/** What can be done with the row that is open. */
export type RowActions = Omit<PostActions, "next"> & Pick<PanelActions, "take">;
