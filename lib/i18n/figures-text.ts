import { i18n } from "#i18n";
import type { Share } from "../schema/period-figures.ts";
import { inOwnLanguage } from "./spoken.ts";
import { durationText } from "./time-text.ts";

const whole = inOwnLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
const percent = inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }));
const dayMs = 24 * 60 * 60 * 1000;

/** A count, with the digits grouped as the language does. */
export const countText = (count: number): string => whole().format(count);

/** A share of 0 to 1 as percent. */
export const percentText = (share: number): string => percent().format(share);

/** A share as it can honestly be said: "61%", and of few posts "3 of 4". */
export const shareText = ({ part, of, share }: Share): string =>
  share === null ? i18n.t("figures.of", { part: countText(part), of: countText(of) }) : percentText(share);

/** The same with what it is counted from: "61% (40 of 66)". */
export function countedText(share: Share): string {
  if (share.of === 0) return i18n.t("figures.noPosts");
  const counted = shareText({ ...share, share: null });
  return share.share === null ? counted : i18n.t("figures.counted", { share: percentText(share.share), counted });
}

/** A length of time: minutes and hours up to two days, days beyond. */
export function lengthText(ms: number): string {
  return ms < 2 * dayMs ? durationText(ms) : i18n.t("figures.days", Math.round(ms / dayMs));
}

/** A sentence about a share, with how many points it moved against the time before; without that where either is of too few posts. */
export function movedText(what: string, now: Share, before: Share | undefined): string {
  if (now.share === null || before === undefined || before.share === null) return i18n.t("figures.full", { what });
  const points = Math.round(now.share * 100) - Math.round(before.share * 100);
  if (points === 0) return i18n.t("figures.same", { what });
  return i18n.t(points > 0 ? "figures.up" : "figures.down", { what, points: countText(Math.abs(points)) });
}

/** A sentence about a length of time, with how much it moved against the time before; null: not known. */
export function movedTimeText(what: string, nowMs: number, beforeMs: number | null): string {
  if (beforeMs === null) return i18n.t("figures.full", { what });
  const time = lengthText(Math.abs(nowMs - beforeMs));
  if (time === lengthText(0)) return i18n.t("figures.same", { what });
  return i18n.t(nowMs < beforeMs ? "figures.sooner" : "figures.later", { what, time });
}
