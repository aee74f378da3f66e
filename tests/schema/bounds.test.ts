import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as marks from "../../lib/schema/mark.ts";
import { operations } from "../../lib/schema/operations.ts";
import * as wire from "../../lib/schema/wire.ts";
import { actionsOf, type SchemaNode } from "../support/schema.ts";

/** Which actions bound a schema of this type; one of each group must be there. */
const bounding: Readonly<Record<string, readonly (readonly string[])[]>> = {
  string: [["max_length", "length", "uuid", "iso_date"]],
  array: [["max_length", "length"]],
  record: [["max_entries"]],
  number: [
    ["max_value", "safe_integer"],
    ["min_value", "safe_integer"],
  ],
};
/** Bounded by what they are; what is said of `unknown` stands where it is read. */
const plain = new Set(["boolean", "literal", "null", "picklist", "unknown", "undefined"]);
const wrapping = new Set(["nullable", "nullish", "optional"]);
const grouping = new Set(["object", "strict_object", "variant", "union", "intersect", "array", "record", "string", "number"]);

/** A form of so many signs at most, such as `[a-z]{2,3}`. */
const isFixed = ({ type, requirement }: SchemaNode) => type === "regex" && !/[+*]|\{\d+,\}/.test((requirement as RegExp).source);

/** Every place below a schema that nothing bounds. */
function unbounded(node: SchemaNode, path: string): string[] {
  const { type } = node;
  if (plain.has(type)) return [];
  if (wrapping.has(type)) return unbounded(node.wrapped as SchemaNode, path);
  if (!grouping.has(type)) return [`${path}: ${type} is not known here`];
  const actions = actionsOf(node);
  const has = (names: readonly string[]) => actions.some((action) => names.includes(action.type) || isFixed(action));
  const own = (bounding[type] ?? []).every(has) ? [] : [`${path}: ${type} without a bound`];
  const options = (node.options ?? []) as readonly SchemaNode[];
  return [
    ...own,
    ...Object.entries(node.entries ?? {}).flatMap(([key, entry]) => unbounded(entry, `${path}.${key}`)),
    ...options.flatMap((option, place) => unbounded(option, `${path}|${place}`)),
    ...(node.item ? unbounded(node.item, `${path}[]`) : []),
    ...(type === "record"
      ? [...unbounded(node.key as SchemaNode, `${path}{key}`), ...unbounded(node.value as SchemaNode, `${path}{}`)]
      : []),
  ];
}

const isSchema = (value: unknown): value is SchemaNode => typeof value === "object" && value !== null && "~standard" in value;
const exported = Object.entries({ ...wire, ...marks }).filter(([, value]) => isSchema(value)) as [string, SchemaNode][];

describe("a bound is missed by the walk", () => {
  it.each([
    ["a text", v.string()],
    ["a text whose form has no end", v.pipe(v.string(), v.regex(/^[a-z]+:\S+$/))],
    ["a list", v.object({ list: v.array(v.boolean()) })],
    ["a list in an option", v.nullable(v.variant("kind", [v.object({ kind: v.literal("a"), all: v.array(v.null()) })]))],
    ["the texts of a list", v.pipe(v.array(v.string()), v.maxLength(3))],
    ["the keys of a record", v.pipe(v.record(v.string(), v.boolean()), v.maxEntries(3))],
    ["a record", v.record(v.picklist(["a"]), v.boolean())],
    ["a number", v.pipe(v.number(), v.integer(), v.minValue(0))],
    ["a number downwards", v.pipe(v.number(), v.maxValue(1))],
    ["a part of both", v.intersect([v.object({ a: v.null() }), v.object({ b: v.string() })])],
  ])("never for %s", (_, schema) => {
    expect(unbounded(schema as unknown as SchemaNode, "it")).toHaveLength(1);
  });

  it("and none is seen where it is", () => {
    const name = v.pipe(v.string(), v.maxLength(3));
    const schema = v.object({ ids: v.pipe(v.array(v.pipe(name, v.minLength(1))), v.length(7)), n: v.pipe(v.number(), v.safeInteger()) });
    expect(unbounded(schema as unknown as SchemaNode, "it")).toEqual([]);
  });
});

describe("every text, list, record and number has a maximum", () => {
  it.each(exported)("in %s", (name, schema) => {
    expect(unbounded(schema, name)).toEqual([]);
  });

  it.each(Object.entries(operations))("in what %s takes and gives", (name, { args, result }) => {
    expect([
      ...unbounded(args as unknown as SchemaNode, `${name} args`),
      ...unbounded(result as unknown as SchemaNode, `${name} result`),
    ]).toEqual([]);
  });
});
