import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as marks from "../../lib/schema/mark.ts";
import { operations } from "../../lib/schema/operations.ts";
import * as wire from "../../lib/schema/wire.ts";

/** As much of a valibot schema as it takes to walk it. */
interface Node {
  readonly kind?: string;
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  /** Of a record; elsewhere something else. */
  readonly key?: unknown;
  readonly value?: unknown;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly requirement?: unknown;
}

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
const isFixed = ({ type, requirement }: Node) => type === "regex" && !/[+*]|\{\d+,\}/.test((requirement as RegExp).source);

/** Every place below a schema that nothing bounds. */
function unbounded(node: Node, path: string, before: readonly Node[] = []): string[] {
  // A pipe within a pipe is one with the actions of both.
  const [inner, ...actions] = node.pipe ?? [node];
  if (inner === undefined) return [`${path}: no schema`];
  const all = [...before, ...actions];
  if (inner !== node && inner.pipe) return unbounded(inner, path, all);
  if (plain.has(inner.type)) return [];
  if (wrapping.has(inner.type)) return unbounded(inner.wrapped as Node, path);
  if (!grouping.has(inner.type)) return [`${path}: ${inner.type} is not known here`];
  const has = (names: readonly string[]) => all.some((action) => names.includes(action.type) || isFixed(action));
  const own = (bounding[inner.type] ?? []).every(has) ? [] : [`${path}: ${inner.type} without a bound`];
  const options = (inner.options ?? []) as readonly Node[];
  return [
    ...own,
    ...Object.entries(inner.entries ?? {}).flatMap(([key, entry]) => unbounded(entry, `${path}.${key}`)),
    ...options.flatMap((option, place) => unbounded(option, `${path}|${place}`)),
    ...(inner.item ? unbounded(inner.item, `${path}[]`) : []),
    ...(inner.type === "record" ? [...unbounded(inner.key as Node, `${path}{key}`), ...unbounded(inner.value as Node, `${path}{}`)] : []),
  ];
}

const isSchema = (value: unknown): value is Node => typeof value === "object" && value !== null && "~standard" in value;
const exported = Object.entries({ ...wire, ...marks }).filter(([, value]) => isSchema(value)) as [string, Node][];

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
    expect(unbounded(schema as unknown as Node, "it")).toHaveLength(1);
  });

  it("and none is seen where it is", () => {
    const name = v.pipe(v.string(), v.maxLength(3));
    const schema = v.object({ ids: v.pipe(v.array(v.pipe(name, v.minLength(1))), v.length(7)), n: v.pipe(v.number(), v.safeInteger()) });
    expect(unbounded(schema as unknown as Node, "it")).toEqual([]);
  });
});

describe("every text, list, record and number has a maximum", () => {
  it.each(exported)("in %s", (name, schema) => {
    expect(unbounded(schema, name)).toEqual([]);
  });

  it.each(Object.entries(operations))("in what %s takes and gives", (name, { args, result }) => {
    expect([...unbounded(args as unknown as Node, `${name} args`), ...unbounded(result as unknown as Node, `${name} result`)]).toEqual([]);
  });
});
