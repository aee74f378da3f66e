import { CircleAlert, CircleCheck, Info, type LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { Undo } from "./undo.tsx";

const icons: Record<"plain" | "mine" | "danger", LucideIcon> = { plain: Info, mine: CircleCheck, danger: CircleAlert };

/** One sentence that something happened, or did not; `onUndo` puts the way back beside it. */
export function Notice({
  tone = "plain",
  children,
  onUndo,
}: {
  tone?: keyof typeof icons;
  children: ComponentChildren;
  onUndo?: (() => void) | undefined;
}) {
  return (
    <div class="notice" data-tone={tone}>
      <Icon of={icons[tone]} />
      <div class="grow">{children}</div>
      {onUndo && <Undo onUndo={onUndo} />}
    </div>
  );
}

/** Says its text to screen readers when it changes, or `count` does; nobody sees it. */
export function Live({ text, count = 0 }: { text: string; count?: number }) {
  return (
    <div class="sr-only" role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  );
}
