import { behindRevisions } from "../../lib/schema/limits.ts";
import type { Cursor } from "../../lib/schema/wire.ts";
import type { Position } from "../door.ts";

/** How a device goes on from where it is. */
export type Course =
  /** Nothing: the device has everything. */
  | { readonly kind: "nothing" }
  /** What it mirrors cannot be brought up to date. */
  | { readonly kind: "start_over" }
  /** On its first way through the workspace: only what it needs, from `since` up to `until`. */
  | { readonly kind: "walk"; readonly since: number; readonly until: number }
  /** Everything that changed since the device asked last. */
  | { readonly kind: "delta"; readonly since: number };

/**
 * The course of a device with this cursor in a workspace at this position. One that stands ahead of the workspace has seen
 * what a restored backup does not hold, whatever the epoch says.
 */
export function courseOf(cursor: Cursor | null, { epoch, counter, lowest }: Position): Course {
  if (cursor === null) return { kind: "walk", since: 0, until: counter };
  const { revision, until } = cursor;
  const known = until ?? revision;
  if (cursor.epoch !== epoch || known > counter) return { kind: "start_over" };
  if (until === undefined && revision === 0) return { kind: "walk", since: 0, until: counter };
  if (known < lowest || counter - known > behindRevisions) return { kind: "start_over" };
  if (until !== undefined) return { kind: "walk", since: revision, until };
  return revision === counter ? { kind: "nothing" } : { kind: "delta", since: revision };
}
