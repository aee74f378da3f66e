import * as v from "valibot";

/** As much of a valibot schema as it takes to draw values of it. */
interface Node {
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly key?: unknown;
  readonly value?: unknown;
  readonly wrapped?: Node;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly requirement?: unknown;
}

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
  const limit = (actions: readonly Node[], names: readonly string[], otherwise: number) =>
    Number(actions.find(({ type }) => names.includes(type))?.requirement ?? otherwise);

  function text(actions: readonly Node[]): string {
    const longest = limit(actions, ["max_length"], 10);
    const long = [..."x界 "].map((sign) => sign.repeat(longest));
    return one([...texts, ...long, `${one(texts)}${one(texts)}`]);
  }

  function number(actions: readonly Node[]): number {
    const bounds = actions.flatMap(({ type, requirement }) => (/^(min|max)_value$/.test(type) ? Number(requirement) : []));
    return one([...numbers, ...bounds, ...bounds]);
  }

  function list(item: Node, actions: readonly Node[]): unknown[] {
    const length = limit(actions, ["length"], Math.min(limit(actions, ["max_length"], 3), one([0, 1, 1, 2, 3, 30])));
    return Array.from({ length }, () => draw(item));
  }

  const entriesOf = (node: Node): [string, unknown][] =>
    Object.entries(node.entries ?? {}).flatMap(([key, entry]) => {
      const value = draw(entry);
      return value === undefined ? [] : [[key, value] as [string, unknown]];
    });

  function inside(node: Node, actions: readonly Node[]): unknown {
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
        return one([null, draw(node.wrapped as Node), draw(node.wrapped as Node)]);
      case "optional":
        return one([undefined, draw(node.wrapped as Node)]);
      case "array":
        return list(node.item as Node, actions);
      case "record":
        return Object.fromEntries(Array.from({ length: below(4) }, () => [draw(node.key as Node), draw(node.value as Node)]));
      case "variant":
      case "union":
        return draw(one(node.options as readonly Node[]));
      case "intersect":
        return Object.assign({}, ...(node.options as readonly Node[]).map(draw));
      case "object":
      case "strict_object":
        return Object.fromEntries(entriesOf(node));
      default:
        throw new Error(`no value is drawn of ${node.type}`);
    }
  }

  function draw(node: Node): unknown {
    const actions = actionsOf(node);
    for (let tries = 0; tries < 2_000; tries++) {
      const value = inside(node, actions);
      if (v.is(node as unknown as v.GenericSchema, value)) return value;
    }
    throw new Error(`nothing fits ${node.type} ${JSON.stringify(actions.map(({ type, requirement }) => [type, String(requirement)]))}`);
  }

  return (schema: v.GenericSchema): unknown => draw(schema as unknown as Node);
}

/** What bounds a schema, also where a pipe stands within a pipe. */
function actionsOf({ pipe }: Node): readonly Node[] {
  const [inner, ...own] = pipe ?? [];
  return inner === undefined ? [] : [...actionsOf(inner), ...own];
}
