import * as v from "valibot";
import { actionsOf, type SchemaNode } from "./schema.ts";

const texts = [
  ...[
    "",
    " ",
    "a",
    "é",
    "界",
    "x".repeat(35),
    "word word",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\udfffx",
    "\ufffe",
    "\u202e\u200b",
    "🧑‍🤝‍🧑",
    "e\u0301".repeat(40),
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "null",
    "NaN",
    "-0",
    "1e999",
    "\\",
    "\\x00",
    "\\u0000",
    "'",
    '"',
    "{}",
    "{1,2}",
    "$1",
    "%00",
    "%s",
    "--",
    "/*",
  ],
  ...[
    "Dana Hollow",
    "@dana",
    "#acme",
    "acme.com",
    "acme phone",
    "acme*",
    "<b>",
    "{author}",
    "en",
    "iw",
    "zh-Hant",
    "xx-private",
    "unknown",
    "und",
  ],
  ...[
    "2026-01-01T10:00:00+05",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "2024-02-29 24:00:00Z",
    "2026-01-01T00:00:00.123456789-23:59",
  ],
  ...[
    "2024-02-29",
    "0001-01-01",
    "9999-12-31",
    "00:00",
    "09:30",
    "17:00",
    "24:00",
    "UTC",
    "Asia/Kathmandu",
    "europe/oslo",
    "@@@###",
    "##-##-##",
  ],
  ...[
    "https://x.com/a/status/1",
    "https://a",
    "https://[::1]:9/%00?\\",
    "https://bücher.example/ü#'",
    "http://127.0.0.1:1",
    "https://x.example/",
    "http://[::1]",
  ],
  ...["x:1", "x:\\", "x:\\x00", "x:\ud800", "x:'", "other:\u200b\u0000", "x:__proto__", `x:${"界".repeat(218)}`, `x:${"🧑".repeat(100)}`],
  ...[
    "item",
    "item-2",
    "a.b:c_d",
    "reply/x:1",
    `reply/x:${"1".repeat(218)}`,
    "5f0c6e0a-1d3b-4c2e-9f00-0123456789ab",
    "5F0C6E0A-1D3B-4C2E-9F00-0123456789AC",
  ],
  ...["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "https://hooks.example/1", "z".repeat(43)],
  ...["data:image/png;base64,AA==", "data:image/png;base64,iVBORw0KGgo="],
];
const numbers = [
  0,
  -0,
  1,
  2,
  3,
  15,
  60,
  120,
  0.5,
  0.35,
  0.6,
  0.95,
  -1,
  100,
  1e-320,
  255,
  32_768,
  2 ** 31,
  2 ** 31 - 2,
  2 ** 53 - 1,
  1e12,
  1e308,
];

/** Values that a schema lets through, odd ones above all. `random` gives 0..1. */
export function drawing(random: () => number) {
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const limit = (actions: readonly SchemaNode[], names: readonly string[], otherwise: number) =>
    Number(actions.find(({ type }) => names.includes(type))?.requirement ?? otherwise);

  function text(actions: readonly SchemaNode[]): string {
    const longest = limit(actions, ["max_length"], 10);
    const long = [..."x界 "].map((sign) => sign.repeat(longest));
    return one([...texts, ...long, `${one(texts)}${one(texts)}`]);
  }

  function number(actions: readonly SchemaNode[]): number {
    const bounds = actions.flatMap(({ type, requirement }) => (/^(min|max)_value$/.test(type) ? Number(requirement) : []));
    return one([...numbers, ...bounds, ...bounds]);
  }

  function list(item: SchemaNode, actions: readonly SchemaNode[]): unknown[] {
    const length = limit(actions, ["length"], Math.min(limit(actions, ["max_length"], 3), one([0, 1, 1, 2, 3, 30])));
    return Array.from({ length }, () => draw(item));
  }

  const entriesOf = (node: SchemaNode): [string, unknown][] =>
    Object.entries(node.entries ?? {}).flatMap(([key, entry]) => {
      const value = draw(entry);
      return value === undefined ? [] : [[key, value] as [string, unknown]];
    });

  function inside(node: SchemaNode, actions: readonly SchemaNode[]): unknown {
    switch (node.type) {
      case "string":
        return text(actions);
      case "number":
        return number(actions);
      case "boolean":
        return one([true, false]);
      case "null":
        return null;
      case "literal":
        return node.literal;
      case "picklist":
        return one(node.options ?? []);
      case "nullable":
      case "nullish":
        return one([null, draw(node.wrapped as SchemaNode), draw(node.wrapped as SchemaNode)]);
      case "optional":
        return one([undefined, draw(node.wrapped as SchemaNode)]);
      case "array":
        return list(node.item as SchemaNode, actions);
      case "record":
        return Object.fromEntries(Array.from({ length: below(4) }, () => [draw(node.key as SchemaNode), draw(node.value as SchemaNode)]));
      case "variant":
      case "union":
        return draw(one(node.options as readonly SchemaNode[]));
      case "intersect":
        return Object.assign({}, ...(node.options as readonly SchemaNode[]).map(draw));
      case "object":
      case "strict_object":
        return Object.fromEntries(entriesOf(node));
      default:
        throw new Error(`no value is drawn of ${node.type}`);
    }
  }

  function draw(node: SchemaNode): unknown {
    const actions = actionsOf(node);
    for (let tries = 0; tries < 2_000; tries++) {
      const value = inside(node, actions);
      if (v.is(node as unknown as v.GenericSchema, value)) return value;
    }
    throw new Error(`nothing fits ${node.type} ${JSON.stringify(actions.map(({ type, requirement }) => [type, String(requirement)]))}`);
  }

  return (schema: v.GenericSchema): unknown => draw(schema as unknown as SchemaNode);
}
