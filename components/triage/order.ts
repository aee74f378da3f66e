import type { Mention } from "../../lib/schema/mention.ts";
import type { StaffSections } from "../../lib/state/selectors.ts";

/** The places that rows were given; a mention without one is new and waits. */
export type Places = ReadonlyMap<string, number>;

export const sectionNames = ["now", "clock", "review", "mine", "all"] as const;
export type SectionName = (typeof sectionNames)[number];

/** Gives every mention the place that its section's order asks for now. */
export function takePlaces(sections: StaffSections): Places {
  return new Map(sectionNames.flatMap((name) => sections[name]).map(({ id }, place) => [id, place]));
}

/** A section as it stands still on the screen, and how many new ones wait behind it. One's own are never kept waiting. */
export function settle(mentions: readonly Mention[], places: Places, name: SectionName): { rows: Mention[]; fresh: number } {
  const placed = mentions.filter(({ id }) => places.has(id)).sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const rest = mentions.filter(({ id }) => !places.has(id));
  return name === "mine" ? { rows: [...placed, ...rest], fresh: 0 } : { rows: placed, fresh: rest.length };
}
