import type { Figures } from "../../lib/schema/figures.ts";
import { type FigureDimension, fewestToTell, type PeriodFigures } from "../../lib/schema/period-figures.ts";
import type { Drift } from "../../lib/state/store-state.ts";
import type { AskedOften } from "../../lib/suggest/asked-often.ts";

/** What an admin should look at, the most pressing first. */
export type Want =
  | { readonly kind: "late"; readonly count: number }
  | { readonly kind: "drift"; readonly drift: Drift }
  | { readonly kind: "language"; readonly language: string; readonly share: number; readonly all: number }
  | { readonly kind: "list"; readonly name: string; readonly seen: number; readonly needed: number }
  | { readonly kind: "notUs"; readonly share: number }
  | { readonly kind: "gap"; readonly words: readonly string[]; readonly count: number };

interface Known {
  /** Where the posts stand now; null: not known. */
  readonly now: Figures | null;
  /** The last 30 days by list, and by language; null: not known. */
  readonly byList: PeriodFigures | null;
  readonly byLanguage: PeriodFigures | null;
  /** Sites that this device reads badly. */
  readonly drifts: readonly Drift[];
  /** What is asked often and has no answer on record, most often first. */
  readonly gaps: readonly AskedOften[];
}

/** More than one in five that are not about the brand, or fewer than one in five that need an answer, is too much. */
const fifth = 0.2;
/** Of fewer posts nothing is said against a list. */
const fewestOfList = 5 * fewestToTell;
/** Of each kind so many are shown. */
const mostOfKind = 2;

function valuesBy(figures: PeriodFigures | null, dimension: FigureDimension) {
  return figures?.by?.dimension === dimension ? figures.by.values : [];
}

/** Languages whose posts are taken less than half as often as all. */
function languageWants(figures: PeriodFigures | null): Want[] {
  const { needed = 0, claimed = 0 } = figures?.now ?? {};
  if (needed < fewestToTell || claimed === 0) return [];
  const all = claimed / needed;
  return valuesBy(figures, "language")
    .filter((value) => value.needed >= fewestToTell && value.key !== "unknown")
    .map((value) => ({ kind: "language" as const, language: value.key, share: value.claimed / value.needed, all }))
    .filter(({ share }) => share < all / 2)
    .sort((one, other) => one.share - other.share)
    .slice(0, mostOfKind);
}

/** Lists of whose posts few need an answer. */
function listWants(figures: PeriodFigures | null): Want[] {
  return valuesBy(figures, "list")
    .filter(({ name, seen, needed }) => name !== null && seen >= fewestOfList && needed < seen * fifth)
    .sort((one, other) => other.seen - other.needed - (one.seen - one.needed))
    .slice(0, mostOfKind)
    .map(({ name, seen, needed }) => ({ kind: "list", name: name ?? "", seen, needed }));
}

function notUsWant(figures: PeriodFigures | null): Want[] {
  const seen = figures?.now.seen ?? 0;
  const share = (figures?.lost.notAboutUs ?? 0) / Math.max(1, seen);
  return seen >= fewestToTell && share > fifth ? [{ kind: "notUs", share }] : [];
}

/** What wants an admin, by what is known. */
export function wantsOf({ now, byList, byLanguage, drifts, gaps }: Known): Want[] {
  return [
    ...(now && now.late > 0 ? [{ kind: "late", count: now.late } as const] : []),
    ...drifts.map((drift) => ({ kind: "drift", drift }) as const),
    ...languageWants(byLanguage),
    ...listWants(byList),
    ...notUsWant(byList),
    ...gaps.slice(0, mostOfKind).map(({ words, posts }) => ({ kind: "gap", words, count: posts.length }) as const),
  ];
}
