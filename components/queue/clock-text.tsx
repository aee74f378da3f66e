import { AlarmClock, CirclePause } from "lucide-preact";
import { i18n } from "#i18n";
import { durationText, leftText } from "../../lib/i18n/time-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { type ClockRules, clockOf } from "../../lib/state/clock.ts";
import { Icon } from "../ui/icon.tsx";

interface ClockTextProps {
  mention: Mention;
  nowMs: number;
  pace?: ClockRules | undefined;
  /** Where there is little room: the time alone, unless it is over. */
  short?: boolean;
}

/** What is left of the first-answer clock; red with an alarm clock when it runs out. */
export function ClockText({ mention, nowMs, pace, short = false }: ClockTextProps) {
  const clock = clockOf(mention, nowMs, pace);
  if (clock === null) return null;
  const whole = leftText(clock.leftMs);
  const left = short && clock.leftMs > 0 ? <Short text={durationText(clock.leftMs)} whole={whole} /> : whole;
  if (clock.level === "running" && !clock.isPaused) return <span class="quiet">{left}</span>;
  if (clock.isPaused && clock.level !== "over") {
    return (
      <span class="clock-text" title={i18n.t("panel.paused")}>
        <Icon of={CirclePause} />
        <span class="sr-only">{i18n.t("panel.paused")}, </span>
        {left}
      </span>
    );
  }
  return (
    <span class="clock-text" data-tone="danger">
      <Icon of={AlarmClock} />
      {left}
    </span>
  );
}

function Short({ text, whole }: { text: string; whole: string }) {
  return (
    <span title={whole}>
      <span aria-hidden="true">{text}</span>
      <span class="sr-only">{whole}</span>
    </span>
  );
}
