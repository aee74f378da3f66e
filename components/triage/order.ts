import type { Mention } from "../../lib/schema/mention.ts";
import type { StaffSections } from "../../lib/state/selectors.ts";

/** The places that rows were given; a mention without one is new and waits. */
export type Places = ReadonlyMap<string, number>;

export const sectionNames = ["now", "clock", "review", "mine", "all"] as const;
export type SectionName = (typeof sectionNames)[number];

/** The rows of every section as they stand on the screen, by their ids. */
export type Standing = Readonly<Record<SectionName, readonly string[]>>;

/** Gives every mention the place that its section's order asks for now. */
export function takePlaces(sections: StaffSections): Places {
  return new Map(sectionNames.flatMap((name) => sections[name]).map(({ id }, place) => [id, place]));
}

/** A section as it stands on the screen, with the number of new rows that wait behind it. */
export interface SettledSection {
  readonly name: SectionName;
  readonly rows: readonly Mention[];
  readonly fresh: number;
}

/**
 * A section as it stands still on the screen, and how many new ones wait behind it. One's own are never kept waiting; those with a clock stand as it
 * runs out, which no row's place ever changes by.
 */
export function settle(mentions: readonly Mention[], places: Places, name: SectionName): SettledSection {
  const placed = mentions.filter(({ id }) => places.has(id));
  if (name !== "clock") placed.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const rest = mentions.filter(({ id }) => !places.has(id));
  return name === "mine" ? { name, rows: [...placed, ...rest], fresh: 0 } : { name, rows: placed, fresh: rest.length };
}

/** The section in which a row stands; null when it does not. */
export const sectionOf = (id: string, standing: Standing): SectionName | null =>
  sectionNames.find((name) => standing[name].includes(id)) ?? null;

/**
 * Where the focus goes from a row that stood in `section`: to itself while it stands there, else to the next one of that section, the one before, or
 * the section's head (null).
 */
export function afterRow(id: string, section: SectionName, before: Standing, now: Standing): string | null {
  const stands = new Set(now[section]);
  const at = before[section].indexOf(id);
  const heirs = [...before[section].slice(Math.max(0, at)), ...before[section].slice(0, Math.max(0, at)).reverse()];
  return heirs.find((heir) => stands.has(heir)) ?? null;
}
