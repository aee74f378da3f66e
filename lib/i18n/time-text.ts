import { i18n } from "#i18n";

const minuteMs = 60_000;

/** A length of time as people say it: `12 min`, `1 h 12`; never below zero. */
export function durationText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  if (minutes < 60) return i18n.t("time.minutes", { minutes });
  return i18n.t("time.hours", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
}

/** A countdown to the second: `8:41`, `0:00` when it is over. */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What is left of a clock, `1 h 12 left`, or how late it is, `20 min late`. */
export function leftText(leftMs: number): string {
  return leftMs > 0 ? i18n.t("time.left", { time: durationText(leftMs) }) : i18n.t("time.over", { time: durationText(-leftMs) });
}
