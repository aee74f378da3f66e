import { negative, openPacked } from "../pack/packed.ts";
import { Candidates } from "./candidates.ts";

/** Packed keyword lists in a tab. */
export interface Screen {
  /**
   * `none`: no keyword stands in the text. `sure`: one does, and nothing else is asked of it. `perhaps`: the background, which holds what the lists say
   * beyond the letters, must tell.
   */
  look(text: string): "none" | "perhaps" | "sure";
}

/** A screen over what `packMatcher` built, ready at once. Throws `RangeError` for a buffer of another format. */
export function openScreen(buffer: ArrayBuffer): Screen {
  const packed = openPacked(buffer);
  const isNegative = (row: number) => ((packed.guards[row] ?? 0) & negative) !== 0;
  const hasNegative = packed.guards.some((_, row) => isNegative(row));
  const candidates = new Candidates(packed);
  return {
    look(text) {
      let seen: "none" | "perhaps" | "sure" = "none";
      let isDoubted = false;
      for (candidates.begin(text); candidates.next(); ) {
        if (isNegative(candidates.row)) isDoubted = true;
        else if (seen !== "sure") seen = candidates.sureEnd() < 0 ? "perhaps" : "sure";
        if (seen === "sure" && !hasNegative) break;
      }
      return isDoubted && seen !== "none" ? "perhaps" : seen;
    },
  };
}
