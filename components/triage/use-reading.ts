import { useState } from "preact/hooks";
import type { Member } from "../../lib/schema/workspace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import type { FilterMemory } from "./filter.ts";
import { nothingOpen, openRow, passOn } from "./opened.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useView } from "./use-view.ts";

/** The rows on the screen, which of them is open, and the focus that goes with it. */
export function useReading(state: StoreState, memory: FilterMemory, me: Member) {
  const [opened, setOpened] = useState(nothingOpen);
  const view = useView(state, memory, me, opened);
  const focus = useRowFocus(view.standing, view.reveal, (from, to, section) => setOpened((now) => passOn(now, from, to, section)));
  const open = (id: string) => {
    setOpened(openRow(id, view.sectionOf(id)));
    focus.goTo(id);
  };
  return {
    opened,
    setOpened,
    view,
    focus,
    open,
    toggle: (id: string) => (id === opened.id ? setOpened(nothingOpen) : open(id)),
    /** The open row goes where it belongs, and is not kept where it was opened. */
    unpin: () => setOpened((now) => ({ ...now, section: null })),
    /**
     * Opens what the work took, among one's own, and goes there; stays when nothing could be taken. Where it is known what is `wanted`, the focus
     * waits for that row meanwhile.
     */
    async openTaken(work: Promise<string | null>, wanted: string | null) {
      if (wanted !== null) focus.goTo(wanted, "mine");
      const id = await work;
      if (id === null) return focus.stay();
      setOpened(openRow(id, null));
      focus.goTo(id, "mine");
    },
  };
}
export type RowReading = ReturnType<typeof useReading>;
