import { AlarmClock } from "lucide-preact";
import { leftText } from "../../lib/i18n/time-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { clockOf } from "../../lib/state/clock.ts";
import { Icon } from "../ui/icon.tsx";

/** What is left of the first-answer clock; red with an alarm clock when it runs out. */
export function ClockText({ mention, nowMs }: { mention: Mention; nowMs: number }) {
  const clock = clockOf(mention, nowMs);
  if (clock === null) return null;
  if (clock.level === "running") return <span class="quiet">{leftText(clock.leftMs)}</span>;
  return (
    <span class="clock-text" data-tone="danger">
      <Icon of={AlarmClock} />
      {leftText(clock.leftMs)}
    </span>
  );
}
