import * as v from "valibot";
import { MentionId } from "./mention.ts";
import { Person } from "./person.ts";
import { Timestamp } from "./post.ts";

/** How long somebody counts as there after the last sign of it, in milliseconds. */
export const presenceMs = 120_000;

export const Doing = v.picklist(["looking", "writing"]);
export type Doing = v.InferOutput<typeof Doing>;

/** Somebody looks at a mention or writes on it. */
export const Presence = v.object({ mentionId: MentionId, member: Person, doing: Doing, until: Timestamp });
export type Presence = v.InferOutput<typeof Presence>;
