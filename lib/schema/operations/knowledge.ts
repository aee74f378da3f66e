import * as v from "valibot";
import { Id } from "../keywords.ts";
import { mostOf } from "../limits.ts";
import { KnowledgeItem } from "../workspace.ts";
import { forRoles, operation } from "./row.ts";

/** Operations on knowledge items. */
export const knowledge = {
  /** Add knowledge items, or replace those of the same id. */
  "knowledge.save": operation({
    args: v.object({ items: v.pipe(v.array(v.omit(KnowledgeItem, ["removed"])), v.minLength(1), v.maxLength(mostOf.savedItems)) }),
    result: v.object({ saved: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostOf.savedItems)) }),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("Typed one by one, or a file in parts of 200.", 600),
    audited: ({ items }) => ({ subject: items[0]?.id ?? "", detail: { items: items.length } }),
  }),
  "knowledge.remove": operation({
    args: v.object({ itemId: Id }),
    result: v.null(),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one.", 600),
    audited: ({ itemId }) => ({ subject: itemId, detail: {} }),
  }),
};
