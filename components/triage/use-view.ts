import { useRef, useState } from "preact/hooks";
import type { Member } from "../../lib/schema/workspace.ts";
import { paceOf } from "../../lib/state/pace.ts";
import { patienceOf, type StaffSections, staffSections } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { type FilterMemory, passes } from "./filter.ts";
import type { Opened } from "./opened.ts";
import { type Places, type SectionName, type Standing, sectionNames, sectionOf, settle, takePlaces } from "./order.ts";

/** Rows of a section that are drawn at once; the rest on request. */
const pageSize = 100;

/** The row that is being read stays where it was opened, whatever others do to it; only into one's own list it goes at once. */
export function withPinned(sections: StaffSections, { id, section }: Pick<Opened, "id" | "section">): StaffSections {
  const from = sectionNames.find((name) => sections[name].some((mention) => mention.id === id));
  if (section === null || from === undefined || from === section || from === "mine") return sections;
  const row = sections[from].filter((mention) => mention.id === id);
  return { ...sections, [from]: sections[from].filter((mention) => mention.id !== id), [section]: [...sections[section], ...row] };
}

/** What of the queue is on the screen and in which order: filtered, in sections, each row at its place until the new ones are asked for. */
export function useView(state: StoreState, memory: FilterMemory, me: Member, opened: Opened) {
  const [filter, setFilter] = useState(memory.load);
  const [drawn, setDrawn] = useState<Readonly<Partial<Record<SectionName, number>>>>({});
  const [, redraw] = useState(0);
  const places = useRef<Places>(new Map());
  const session = state.session.value;
  // What the member is on is never filtered away.
  const passing = state.mentions.value.filter((mention) => passes(filter, mention) || mention.claim?.holder.id === me.id);
  const sections = withPinned(staffSections(passing, me, state.nowMs.value, patienceOf(session), paceOf(session)), opened);
  if (places.current.size === 0) places.current = takePlaces(sections);
  const settled = sectionNames.map((name) => settle(sections[name], places.current, name));
  const standing = Object.fromEntries(settled.map(({ name, rows }) => [name, rows.map(({ id }) => id)])) as unknown as Standing;
  const drawnOf = (name: SectionName) => drawn[name] ?? pageSize;
  const showFresh = () => {
    places.current = new Map();
    redraw((count) => count + 1);
  };
  return {
    filter,
    passing,
    settled,
    standing,
    rows: settled.flatMap(({ rows }) => rows),
    sectionOf: (id: string) => sectionOf(id, standing),
    drawnOf,
    drawMore: (name: SectionName) => setDrawn({ ...drawn, [name]: drawnOf(name) + pageSize }),
    /** Draws as much of its section as it takes to show the row. */
    reveal(id: string) {
      const name = sectionOf(id, standing);
      if (name === null) return;
      const place = standing[name].indexOf(id);
      if (place >= drawnOf(name)) setDrawn({ ...drawn, [name]: Math.ceil((place + 1) / pageSize) * pageSize });
    },
    showFresh,
    setFilter(wanted: typeof filter) {
      memory.save(wanted);
      setFilter(wanted);
      showFresh();
    },
  };
}
