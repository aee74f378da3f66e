import type { SectionName } from "./order.ts";
import type { OpenMenu } from "./step-menu.tsx";

/** The row that is open, and what is open in it. */
export interface Opened {
  readonly id: string | null;
  /** Where it stays while it is read, whatever others do meanwhile; null once the member did something to it. */
  readonly section: SectionName | null;
  readonly menu: OpenMenu;
  /** Open only for the menu that a key brought down: it closes with it. */
  readonly isBrief: boolean;
}

export const nothingOpen: Opened = { id: null, section: null, menu: null, isBrief: false };

export const openRow = (id: string, section: SectionName | null): Opened => ({ id, section, menu: null, isBrief: false });

/** The menu comes down in the row, which is opened for it when it is closed. */
export function openMenu(opened: Opened, id: string, section: SectionName, menu: OpenMenu): Opened {
  return opened.id === id ? { ...opened, menu } : { id, section, menu, isBrief: true };
}

/** Another menu of the open row, or none. */
export function withMenu(opened: Opened, menu: OpenMenu): Opened {
  return menu === null && opened.isBrief ? nothingOpen : { ...opened, menu };
}

/** Its row left its section: the next one is open in its stead when one was reading, else none. */
export function passOn(opened: Opened, from: string, to: string | null, section: SectionName): Opened {
  if (opened.id !== from) return opened;
  return to === null || opened.isBrief ? nothingOpen : openRow(to, section);
}
