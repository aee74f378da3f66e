import { i18n } from "#i18n";
import { countdownText, durationText } from "../../lib/i18n/time-text.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";

/** What a badge shows; `unknown` until the background has said more. */
export type BadgeShown = Omit<BadgeState, "state"> & { readonly state: BadgeState["state"] | "unknown" };

/** What a badge says: `Needs an answer · 1 h 12`. `nowMs` is the device's time. */
export function badgeWords({ state, who, untilMs, isPraise }: BadgeShown, nowMs: number): string {
  if (state === "unknown") return "…";
  if (isPraise) return i18n.t("badge.praise");
  const clock = clockWords(state, untilMs, nowMs);
  return clock === null ? stateWords(state, who) : `${stateWords(state, who)} · ${clock}`;
}

function stateWords(state: BadgeState["state"], who: string | null): string {
  if (state === "ask") return i18n.t("badge.ask");
  if (state === "other") return i18n.t("state.other", { who: who ?? i18n.t("ui.someone") });
  return i18n.t(`state.${state}`);
}

function clockWords(state: BadgeState["state"], untilMs: number | null, nowMs: number): string | null {
  if (untilMs === null) return null;
  if (state === "yours") return countdownText(untilMs - nowMs);
  if (state !== "needs_answer") return null;
  return untilMs > nowMs ? durationText(untilMs - nowMs) : i18n.t("time.over", { time: durationText(nowMs - untilMs) });
}
