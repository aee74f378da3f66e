import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fitIntoWindow } from "./fit.ts";
import { Icon } from "./icon.tsx";
import { entryFor } from "./menu-keys.ts";

export interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly icon?: LucideIcon;
  readonly onPick: () => void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  icon?: LucideIcon;
  /** What stands on the button; without it the button is the icon alone, named by `label`. */
  children?: ComponentChildren;
  look?: "plain" | "quiet" | "icon" | "value";
  /** The list hangs from the button's end. */
  end?: boolean;
  /** Whether it is open, where the component around it decides that, such as on a key. Left out: the menu opens and closes by itself. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  /** The key of the keyboard that opens it, told to screen readers; the key itself is heard elsewhere. */
  shortcut?: string;
}

const entriesOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

/** A button with a list of actions: arrows and letters move, Escape closes and gives the focus back. The list stands within the window. */
export function Menu({ label, items, icon, children, look = "quiet", end = false, open: asked, onToggle, shortcut }: MenuProps) {
  const [own, setOwn] = useState(false);
  const open = asked ?? own;
  const { button, list } = useHanging(open);
  const set = (next: boolean) => (onToggle ? onToggle(next) : setOwn(next));
  const close = () => {
    set(false);
    button.current?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (open && event.relatedTarget !== null && !(event.currentTarget as Element).contains(event.relatedTarget as Node)) set(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the list inside
    <div
      class="menu"
      data-end={end ? "" : undefined}
      onKeyDown={(event) => open && onMenuKey(event, list.current, close)}
      onFocusOut={onFocusOut}
    >
      <button
        ref={button}
        type="button"
        class="btn"
        data-look={look}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts={shortcut}
        {...((!children || look === "value") && { "aria-label": label, title: label })}
        onClick={() => set(!open)}
      >
        {icon && <Icon of={icon} />}
        {children}
      </button>
      {open && (
        <div ref={list} class="menu-list" role="menu" aria-label={label}>
          {items.map((item) => (
            <Entry key={item.key} item={item} onClose={close} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The open list hangs from its button, within the window, and has the focus. */
function useHanging(open: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [hanging, from] = [list.current, button.current];
    if (!open || !hanging || !from) return;
    const place = () => fitIntoWindow(hanging, from);
    place();
    entriesOf(hanging)[0]?.focus({ preventScroll: true });
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open]);
  return { button, list };
}

function onMenuKey(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  const all = entriesOf(list);
  const texts = all.map(({ textContent }) => textContent?.trim() ?? "");
  const target = entryFor(
    event,
    texts,
    all.findIndex((entry) => entry.matches(":focus")),
  );
  if (event.key !== "Escape" && target === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (target === null) close();
  else all[target]?.focus();
}

function Entry({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  const pick = () => {
    onClose();
    item.onPick();
  };
  return (
    <button type="button" role="menuitem" class="menu-item" onClick={pick}>
      {item.icon && <Icon of={item.icon} />}
      {item.text}
    </button>
  );
}
