import * as v from "valibot";

/** Something to be said about a draft before it is placed; `words`: the words of the draft that it is about, `count`: how many there are. */
export const DraftProblem = v.object({
  code: v.picklist([
    "empty",
    "too_long",
    "placeholder",
    "card_number",
    "mail_address",
    "phone_number",
    "order_number",
    "banned_word",
    "foreign_link",
    "near_copy",
    "tone",
    /** Nobody has words for the tie to the brand in this language. */
    "no_disclosure",
    /** Staff who say that they are a customer; a customer who says that they are staff. */
    "not_customer",
    "not_staff",
  ]),
  words: v.array(v.string()),
  count: v.optional(v.number()),
});
export type DraftProblem = v.InferOutput<typeof DraftProblem>;
