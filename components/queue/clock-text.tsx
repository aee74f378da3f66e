import { AlarmClock, CirclePause } from "lucide-preact";
import { i18n } from "#i18n";
import { leftText } from "../../lib/i18n/time-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Pace } from "../../lib/state/clock.ts";
import { clockOf } from "../../lib/state/clock.ts";
import { Icon } from "../ui/icon.tsx";

/** What is left of the first-answer clock; red with an alarm clock when it runs out. */
export function ClockText({ mention, nowMs, pace }: { mention: Mention; nowMs: number; pace?: Pace | undefined }) {
  const clock = clockOf(mention, nowMs, pace);
  if (clock === null) return null;
  if (clock.level === "running" && !clock.isPaused) return <span class="quiet">{leftText(clock.leftMs)}</span>;
  if (clock.isPaused && clock.level !== "over") {
    return (
      <span class="clock-text" title={i18n.t("panel.paused")}>
        <Icon of={CirclePause} />
        <span class="sr-only">{i18n.t("panel.paused")}, </span>
        {leftText(clock.leftMs)}
      </span>
    );
  }
  return (
    <span class="clock-text" data-tone="danger">
      <Icon of={AlarmClock} />
      {leftText(clock.leftMs)}
    </span>
  );
}
