import * as v from "valibot";
import { Pack } from "./pack.ts";

/** Share every matching public post, or ask each time. */
export const Sharing = v.picklist(["all", "ask"]);

/** Everything a content script needs to begin. */
export const PageStart = v.object({
  pack: Pack,
  /** The keyword lists as `packedToText` gives them. */
  screen: v.string(),
  /** What the screen has to know of letters. */
  letters: v.object({ kinds: v.array(v.tuple([v.string(), v.string()])), optionalMark: v.string(), lookalikes: v.string() }),
  /** Style sheet of the badges. */
  css: v.string(),
  /** What the badges say, in the language that is spoken here, by key. */
  texts: v.record(v.string(), v.string()),
  sharing: Sharing,
});
export type PageStart = v.InferOutput<typeof PageStart>;
