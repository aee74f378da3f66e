import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface ButtonProps {
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: LucideIcon | undefined;
  /** Cannot be pressed now; it keeps the focus and its place. */
  off?: boolean;
  onClick: () => void;
  /** Pressed while it is off: says why. */
  whyOff?: () => void;
  children: ComponentChildren;
  /** The key of the keyboard that does the same, told to screen readers; the key itself is heard elsewhere. */
  shortcut?: string;
  /** Id of what says more, such as why it is off. */
  describedBy?: string | undefined;
}

export function Button({ look = "plain", icon, off = false, onClick, whyOff, children, shortcut, describedBy }: ButtonProps) {
  return (
    <button
      type="button"
      class="btn"
      data-look={look}
      aria-disabled={off ? "true" : undefined}
      onClick={() => (off ? whyOff?.() : onClick())}
      aria-keyshortcuts={shortcut}
      aria-describedby={describedBy}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  icon: LucideIcon;
  /** Its name, for those who do not see the icon and on hover. */
  label: string;
  off?: boolean;
  turns?: boolean;
  onClick: () => void;
}

export function IconButton({ icon, label, off = false, turns = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="btn"
      data-look="icon"
      aria-label={label}
      title={label}
      aria-disabled={off ? "true" : undefined}
      onClick={() => !off && onClick()}
    >
      <Icon of={icon} turns={turns} />
    </button>
  );
}
