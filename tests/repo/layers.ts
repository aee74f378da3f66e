import { posix } from "node:path";

/**
 * Which rooms a room may import from; the first rule whose `room` begins the path counts.
 * A new room gets a line here, with its reason in docs/architecture.md.
 */
const layers: readonly { room: string; may: readonly string[] }[] = [
  { room: "lib/schema/", may: [] },
  { room: "lib/sites/", may: ["lib/schema/", "assets/packs/"] },
  { room: "lib/detect/letters/", may: [] },
  { room: "lib/detect/lists/", may: ["lib/schema/", "lib/detect/letters/"] },
  { room: "lib/detect/pack/", may: ["lib/schema/", "lib/detect/letters/"] },
  { room: "lib/detect/screen/", may: ["lib/schema/", "lib/detect/letters/", "lib/detect/pack/"] },
  { room: "lib/detect/exact/", may: ["lib/schema/", "lib/detect/letters/", "lib/detect/pack/", "lib/detect/screen/"] },
  { room: "lib/detect/ambiguity/", may: ["lib/schema/", "lib/detect/exact/", "assets/detect/"] },
  { room: "lib/triage/", may: ["lib/schema/", "assets/function-words.json"] },
  { room: "lib/suggest/", may: ["lib/schema/", "lib/detect/", "lib/sites/profiles.ts", "assets/function-words.json"] },
  { room: "lib/clock/", may: ["lib/schema/"] },
  { room: "lib/i18n/", may: ["lib/schema/"] },
  { room: "lib/page/", may: ["assets/theme/"] },
  { room: "lib/store/", may: ["lib/schema/", "lib/triage/"] },
  { room: "lib/messaging/", may: ["lib/schema/"] },
  { room: "lib/sync/", may: ["lib/schema/", "lib/store/"] },
  { room: "lib/state/", may: ["lib/schema/", "lib/clock/", "lib/store/", "lib/messaging/", "lib/triage/"] },
  {
    room: "lib/background/",
    may: [
      "lib/schema/",
      "lib/sites/",
      "lib/detect/",
      "lib/triage/",
      "lib/suggest/",
      "lib/store/",
      "lib/sync/",
      "lib/messaging/",
      "lib/state/",
    ],
  },
  {
    room: "components/",
    may: [
      "lib/schema/",
      "lib/i18n/",
      "lib/page/",
      "lib/state/",
      "lib/clock/",
      "lib/detect/",
      "lib/suggest/",
      "lib/triage/",
      "assets/theme/",
    ],
  },
  {
    room: "entrypoints/page.content/",
    may: ["lib/schema/", "lib/sites/", "lib/detect/", "lib/messaging/", "lib/i18n/", "lib/page/"],
  },
  { room: "entrypoints/background/", may: ["lib/", "assets/packs/"] },
  ...["admin", "card", "options", "popup", "sidepanel", "thread", "welcome", "you"].map((page) => ({
    room: `entrypoints/${page}/`,
    may: ["lib/", "components/"],
  })),
  // Each site's own content script, which only wires.
  { room: "entrypoints/", may: ["lib/sites/", "entrypoints/page.content/"] },
  // An invitation is printed only when the very function that devices read it with takes it.
  // Of the sites the server knows what their links look like, and nothing of their pages.
  {
    room: "server/",
    may: [
      "lib/schema/",
      "lib/clock/",
      "lib/triage/",
      "lib/suggest/",
      "lib/detect/",
      "lib/sites/own-links.ts",
      "lib/sites/profiles.ts",
      "lib/sync/invitation.ts",
    ],
  },
];

/** The server's rooms: each imports from those that come later, and from none before. */
const serverRooms = [
  "tasks",
  "start",
  "http",
  "jobs",
  "handover",
  "operations",
  "pace",
  "backup",
  "models",
  "database",
  "wake",
  "sync",
  "postgres",
  "trust",
  "connectors",
  "process",
  "review",
  "alerts",
  "audit",
  "store",
  "figures",
  "egress",
];

/** Where every room has a rule of its own, so that a new one cannot slip through. */
const ruled = /^(lib|components|entrypoints|server)\//;

/** Modules that only these rooms may import. */
const guarded: readonly { name: RegExp; rooms: readonly string[] }[] = [
  { name: /^dexie$/, rooms: ["lib/store/", "lib/state/", "tests/"] },
  { name: /^preact|^@preact\//, rooms: ["components/", "entrypoints/", "lib/state/", "lib/i18n/", "tests/", "scripts/"] },
  {
    name: /^valibot$/,
    rooms: ["lib/schema/", "lib/store/", "lib/sync/", "lib/messaging/", "server/", "scripts/", "tests/"],
  },
  // Its texts go through `lib/i18n/i18n.ts`, which sets apart what fills their blanks.
  { name: /^@wxt-dev\/i18n$/, rooms: ["lib/i18n/"] },
  { name: /^pg$/, rooms: ["server/", "tests/", "bench/", "scripts/"] },
  // The product, the commands and the demo run without the tests; the gallery draws their samples, the benchmarks feed on them.
  { name: /^tests\//, rooms: ["tests/", "bench/", "scripts/gallery.ts"] },
  // A page asks by message.
  { name: /^lib\/background\//, rooms: ["lib/background/", "entrypoints/background/", "tests/"] },
];

const importLine =
  /^\s*(?:import|export)\s(?<type>type\s)?(?:[^"';]*?\sfrom\s)?["'](?<static>[^"']+)["']|\bimport\(\s*["'](?<dynamic>[^"']+)["']\s*\)/gm;

/** What a module imports, resolved to project paths; unless they are asked for without type-only imports, which cost nothing at run time and bind nobody. */
export function imports(path: string, source: string, withTypes = false): string[] {
  const found = [...source.matchAll(importLine)].filter(({ groups }) => withTypes || !groups?.type);
  return found.map(({ groups }) => {
    const specifier = groups?.static ?? groups?.dynamic ?? "";
    if (specifier === "#i18n") return "lib/i18n/i18n.ts";
    return specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, "")) : specifier;
  });
}

/** The rule that `path` breaks by importing `target`, as a sentence; null when it breaks none. */
export function brokenRule(path: string, target: string): string | null {
  const guard = guarded.find(({ name }) => name.test(target));
  if (guard && !guard.rooms.some((room) => path.startsWith(room))) {
    return `${path} imports ${target}, which only ${guard.rooms.join(", ")} may. Ask that room for what you need.`;
  }
  const [from, to] = [path, target].map((each) => /^server\/(\w+)\//.exec(each)?.[1] ?? "");
  const unknown = [from, to].find((room) => room && !serverRooms.includes(room));
  if (unknown) return `server/${unknown} is no room that tests/repo/layers.ts knows (${path} imports ${target}).`;
  if (from && to && serverRooms.indexOf(from) > serverRooms.indexOf(to)) {
    return `${path} imports ${target}; of the server's rooms ${from} comes after ${to}. See docs/architecture.md.`;
  }
  const layer = layers.find(({ room }) => path.startsWith(room));
  if (!layer) return ruled.test(path) ? `${path} stands in no room that tests/repo/layers.ts knows (it imports ${target}).` : null;
  const isOurs = /^(lib|components|entrypoints|server|tests|scripts|bench|assets)\//.test(target);
  const isInside = target.startsWith(layer.room) && !(layer.room === "entrypoints/" && target.split("/").length > 2);
  if (!isOurs || isInside || layer.may.some((room) => target.startsWith(room))) return null;
  return `${path} imports ${target}; ${layer.room} may import ${layer.may.join(", ") || "nothing of ours"}. See docs/architecture.md.`;
}
