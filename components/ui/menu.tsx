import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

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
  /** Opened from outside, by a key. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  /** The key that does the same. */
  shortcut?: string;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A button with a list of actions: arrows move, Escape closes and gives the focus back. */
export function Menu({ label, items, icon, children, look = "quiet", end = false, open: asked, onToggle, shortcut }: MenuProps) {
  const [own, setOwn] = useState(false);
  const open = asked ?? own;
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const set = (next: boolean) => (onToggle ? onToggle(next) : setOwn(next));

  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [open]);

  const close = () => {
    set(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const step = steps[event.key];
    if (event.key !== "Escape" && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) return close();
    const entries = [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = entries.findIndex((entry) => entry.matches(":focus"));
    entries.at((at + step + entries.length) % entries.length)?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (open && event.relatedTarget !== null && !(event.currentTarget as Element).contains(event.relatedTarget as Node)) set(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the list inside
    <div class="menu" data-end={end ? "" : undefined} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
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
            <button
              key={item.key}
              type="button"
              role="menuitem"
              class="menu-item"
              onClick={() => {
                close();
                item.onPick();
              }}
            >
              {item.icon && <Icon of={item.icon} />}
              {item.text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
