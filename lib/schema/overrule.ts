import * as v from "valibot";
import { Person } from "./person.ts";
import { Timestamp } from "./post.ts";
import { hazards, PostKind, Route } from "./triage.ts";

const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Every field of the triage that staff may overrule, with what they may say instead. */
const overruleValues = {
  kind: PostKind,
  hazard: v.picklist(hazards),
  route: Route,
  anger: Unit,
  urgency: Unit,
  technical: Unit,
  complaint: Unit,
  sentiment: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  reach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  priority: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
} as const;
export type OverruleField = keyof typeof overruleValues;
export const overruleFields = Object.keys(overruleValues) as OverruleField[];

type Values = { readonly [F in OverruleField]: v.InferOutput<(typeof overruleValues)[F]> };
export type OverruleValue = Values[OverruleField];

const Value = v.union([v.pipe(v.string(), v.maxLength(35)), v.pipe(v.number(), v.minValue(-1), v.maxValue(100))]);

/** True when a person may say this of the field. */
const fits = (field: OverruleField, value: unknown): value is OverruleValue => v.is(overruleValues[field], value);

/** A field and what is said of it; null takes back what was said before. */
export const Say = v.pipe(
  v.object({ field: v.picklist(overruleFields), value: v.nullable(Value) }),
  v.check(({ field, value }) => value === null || fits(field, value), "does not fit the field"),
);

/** What a person said of a field of the triage, and what triage had said. The same value confirms it. */
export const Overrule = v.object({
  field: v.picklist(overruleFields),
  value: Value,
  was: Value,
  by: Person,
  at: Timestamp,
});
export type Overrule = v.InferOutput<typeof Overrule>;
