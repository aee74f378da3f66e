import { posix } from "node:path";

/**
 * Which rooms a room may import from; the first rule whose `room` begins the path counts.
 * A new room gets a line here, with its reason in docs/architecture.md.
 */
const layers: readonly { room: string; may: readonly string[] }[] = [
  { room: "lib/schema/", may: [] },
  { room: "lib/sites/", may: ["lib/schema/", "assets/packs/"] },
  { room: "lib/detect/", may: ["lib/schema/", "assets/detect/"] },
  { room: "lib/triage/", may: ["lib/schema/", "assets/triage/"] },
  { room: "lib/suggest/", may: ["lib/schema/", "lib/detect/"] },
  { room: "lib/store/", may: ["lib/schema/"] },
  { room: "lib/messaging/", may: ["lib/schema/"] },
  { room: "lib/sync/", may: ["lib/schema/", "lib/store/"] },
  { room: "lib/state/", may: ["lib/schema/", "lib/store/", "lib/messaging/"] },
  { room: "lib/", may: ["lib/schema/"] },
  {
    room: "components/",
    may: ["lib/schema/", "lib/i18n/", "lib/page/", "lib/state/", "lib/detect/", "lib/suggest/", "lib/triage/", "assets/"],
  },
  {
    room: "entrypoints/page.content/",
    may: ["lib/schema/", "lib/sites/", "lib/detect/", "lib/messaging/", "lib/i18n/", "lib/page/", "assets/"],
  },
  { room: "entrypoints/", may: ["lib/", "components/", "assets/"] },
  { room: "server/", may: ["lib/schema/", "lib/triage/", "lib/suggest/", "lib/detect/"] },
];

/** Modules that only these rooms may import. */
const guardedPackages: readonly { name: RegExp; rooms: readonly string[] }[] = [
  { name: /^dexie$/, rooms: ["lib/store/", "lib/state/", "tests/"] },
  { name: /^preact|^@preact\//, rooms: ["components/", "entrypoints/", "lib/state/", "tests/", "scripts/"] },
  {
    name: /^valibot$/,
    rooms: ["lib/schema/", "lib/store/", "lib/sync/", "lib/messaging/", "server/", "scripts/", "tests/", "entrypoints/background/"],
  },
  { name: /^pg$/, rooms: ["server/", "tests/", "bench/", "scripts/"] },
];

const importLine = /^\s*(?:import|export)\s(?!type\s)(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** What a module imports at run time (type-only imports cost nothing and bind nobody), resolved to project paths. */
export function imports(path: string, source: string): string[] {
  return [...source.matchAll(importLine)].map((match) => {
    const specifier = match[1] ?? match[2] ?? "";
    return specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, "")) : specifier;
  });
}

/** The rule that `path` breaks by importing `target`, as a sentence; null when it breaks none. */
export function brokenRule(path: string, target: string): string | null {
  const guarded = guardedPackages.find(({ name }) => name.test(target));
  if (guarded && !guarded.rooms.some((room) => path.startsWith(room))) {
    return `${path} imports ${target}, which only ${guarded.rooms.join(", ")} may. Ask that room for what you need.`;
  }
  const layer = layers.find(({ room }) => path.startsWith(room));
  const isOurs = /^(lib|components|entrypoints|server|tests|scripts|bench)\//.test(target);
  if (!layer || !isOurs || target.startsWith(layer.room) || layer.may.some((room) => target.startsWith(room))) return null;
  return `${path} imports ${target}; ${layer.room} may import ${layer.may.join(", ") || "nothing of ours"}. See docs/architecture.md.`;
}
