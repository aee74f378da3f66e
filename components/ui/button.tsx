import type { LucideIcon } from "lucide-preact";
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { Icon } from "./icon.tsx";

interface ButtonProps {
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: LucideIcon | undefined;
  /** Cannot be pressed now; it keeps the focus and its place. */
  off?: boolean;
  onClick: () => void;
  children: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  attributes?: ButtonHTMLAttributes;
}

export function Button({ look = "plain", icon, off = false, onClick, children, buttonRef, attributes }: ButtonProps) {
  return (
    <button
      type="button"
      class="btn"
      data-look={look}
      aria-disabled={off ? "true" : undefined}
      onClick={() => !off && onClick()}
      {...(buttonRef && { ref: buttonRef })}
      {...attributes}
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
