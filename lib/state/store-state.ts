import type { ReadonlySignal } from "@preact/signals";
import type { ErrorCode } from "../schema/errors.ts";
import type { KeywordList } from "../schema/keywords.ts";
import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import type { OperationName } from "../schema/operations.ts";
import type { KeptText } from "../store/kept.ts";
import type { PresenceRow } from "../store/presence.ts";
import type { Unread } from "../store/unread.ts";

/** An operation that the server refused; it stays until somebody decides. */
export interface SetAside {
  readonly operationId: string;
  readonly name: OperationName;
  readonly mentionId: string | null;
  readonly code: ErrorCode;
  /** The text that would have been lost, if it held one. */
  readonly text: string | null;
}

/** What waits on this device, and why. */
export interface Outbox {
  readonly waiting: number;
  readonly setAside: readonly SetAside[];
  /** The server takes some of what waits only from then on, epoch ms in its time; null: all of it at once. */
  readonly putOffMs?: number | null;
  /** What the member wrote for posts, the latest first, whether or not they still hold them. */
  readonly kept?: readonly KeptText[];
  /** Why the last sync failed; null when it went through. */
  readonly problem: ErrorCode | null;
}

export const nothingWaits: Outbox = { waiting: 0, setAside: [], putOffMs: null, problem: null };

/** A site whose page is no longer understood. */
export interface Drift {
  readonly site: string;
  readonly posts: number;
  readonly readable: number;
  readonly missing: readonly string[];
  readonly at: string;
}

/** The store as signals, for the extension's own pages. What a page shows is read live; nothing is written here. */
export interface StoreState {
  /** Null until the first read is done. */
  readonly session: ReadonlySignal<Session | null>;
  /** The community that this device left while the page was open; null before, and after joining again. It is kept nowhere else. */
  readonly left: ReadonlySignal<string | null>;
  /** Every mention on this device. */
  readonly mentions: ReadonlySignal<readonly Mention[]>;
  /** Who looks at which mention, with those whose presence has lapsed. */
  readonly presence: ReadonlySignal<readonly PresenceRow[]>;
  readonly lists: ReadonlySignal<readonly KeywordList[]>;
  readonly outbox: ReadonlySignal<Outbox>;
  readonly drifts: ReadonlySignal<readonly Drift[]>;
  /** What the server said and this version of the extension cannot read; null when there is nothing. */
  readonly unread: ReadonlySignal<Unread | null>;
  /** Another number whenever this device heard that a member changed, by whomever. */
  readonly peopleMoved: ReadonlySignal<number>;
  /** The server's time in epoch ms, ticking once a second. */
  readonly nowMs: ReadonlySignal<number>;
}

/** The store's signals, and a way to wait until session, mentions and outbox were read; before, they say nothing. */
export type LiveState = StoreState & PersonalState & { readonly read: () => Promise<unknown> };

/** What the popup shows of it, and how many posts that still wait the member passed on. */
export type PersonalState = Pick<StoreState, "session" | "left" | "mentions" | "presence" | "outbox" | "nowMs"> & {
  readonly passed: ReadonlySignal<number>;
};
