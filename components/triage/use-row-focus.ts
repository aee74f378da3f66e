import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { afterRow, type SectionName, type Standing, sectionNames, sectionOf } from "./order.ts";

/** Id of the button that opens a mention's row. */
export const rowId = (mentionId: string): string => `row-${mentionId}`;
export const headId = (section: SectionName): string => `section-${section}`;

const focus = (id: string) => document.getElementById(id)?.focus();
/** The mention in whose row, or in whose opened part, the element stands. */
const mentionAt = (element: Element | null): string | null => element?.closest<HTMLElement>("[data-row]")?.dataset.row ?? null;

/** A row to go to as soon as it stands: anywhere, or in one section. */
interface Goal {
  readonly id: string;
  readonly section: SectionName | null;
}

/**
 * Keeps the focus in the list. It begins on the first row. When what has it goes away (a row that was set aside, a menu, a message), it goes to the row
 * it was last in, or to the one after that. `onPassed` hears that a row is no longer where it was.
 */
export function useRowFocus(
  standing: Standing,
  reveal: (id: string) => void,
  onPassed: (from: string, to: string | null, section: SectionName) => void,
) {
  /** The row that had the focus last, and the section in which it stood then. */
  const last = useRef<string | null>(null);
  const home = useRef<SectionName>("now");
  const active = useRef<Element | null>(null);
  const goal = useRef<Goal | null>(null);
  const before = useRef(standing);
  const had = document.activeElement;

  useEffect(() => {
    const life = new AbortController();
    document.addEventListener(
      "focusin",
      ({ target }) => {
        active.current = target instanceof Element ? target : null;
        last.current = mentionAt(active.current) ?? last.current;
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);

  const toRow = (id: string) => {
    last.current = id;
    if (document.getElementById(rowId(id))) return focus(rowId(id));
    goal.current = { id, section: null };
    reveal(id);
  };

  useLayoutEffect(() => {
    const { current: wanted } = goal;
    const isNowhere = document.activeElement === document.body;
    const isLost = isNowhere && (had !== document.body || active.current?.isConnected === false);
    if (wanted && document.getElementById(rowId(wanted.id)) && (wanted.section === null || standing[wanted.section].includes(wanted.id))) {
      goal.current = null;
      toRow(wanted.id);
    } else if (last.current === null) {
      const first = sectionNames.flatMap((name) => standing[name])[0];
      if (first !== undefined && (isNowhere || document.activeElement?.id === headId("now"))) toRow(first);
      else if (isNowhere) focus(headId("now"));
    } else {
      home.current = sectionOf(last.current, before.current) ?? home.current;
      const id = afterRow(last.current, home.current, before.current, standing);
      if (id !== last.current) onPassed(last.current, id, home.current);
      if (isLost && id === null) focus(headId(home.current));
      else if (isLost && id !== null) toRow(id);
      else last.current = id ?? last.current;
    }
    before.current = standing;
  });

  return {
    toRow,
    /** Goes to the row as soon as it stands there. */
    goTo(id: string, section: SectionName | null = null) {
      goal.current = { id, section };
    },
    /** To the row where the focus was last. */
    back() {
      if (last.current !== null) toRow(last.current);
    },
    /** Forgets the row that the focus was to go to as soon as it stands there. */
    stay() {
      goal.current = null;
    },
    /** The mention in whose row the focus is. */
    current: () => mentionAt(document.activeElement),
  };
}
