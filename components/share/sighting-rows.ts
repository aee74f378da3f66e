import { i18n } from "#i18n";
import { isolate } from "../../lib/i18n/isolate.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import { beginLarge, reasonText } from "../../lib/i18n/mention-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { numberText } from "../../lib/i18n/number-text.ts";
import { fieldText, valueText } from "../../lib/i18n/overrule-text.ts";
import type { Sighting } from "../../lib/schema/mention.ts";

/** A sighting field by field, as a person reads it. Every field that leaves the device is in one of the rows; what the page did not say has none. */
export function sightingRows(sighting: Sighting): [name: string, value: string][] {
  const { triage } = sighting;
  const rows: [string, string][] = [
    [i18n.t("welcome.leavesRow.site"), i18n.t(`site.${sighting.site}`)],
    [i18n.t("welcome.leavesRow.author"), authorValue(sighting.author)],
    [i18n.t("welcome.leavesRow.text"), sighting.excerpt],
    [i18n.t("welcome.leavesRow.link"), sighting.permalink ?? ""],
    [i18n.t("welcome.leavesRow.posted"), sighting.postedAt === null ? "" : timeText(sighting.postedAt)],
    [i18n.t("welcome.leavesRow.lang"), languageText(sighting.lang) ?? ""],
    [i18n.t("welcome.leavesRow.counts"), countsValue(sighting.counts)],
    [i18n.t("welcome.leavesRow.marks"), marksValue(sighting)],
    [i18n.t("welcome.leavesRow.hits"), commaList(sighting.hits.flatMap(({ label, context }) => [label, ...context]))],
    [i18n.t("welcome.leavesRow.scores"), scoresValue(triage)],
    [i18n.t("welcome.leavesRow.reasons"), beginLarge(triage.reasons.map(reasonText).join("; "))],
  ];
  return rows.filter(([, value]) => value !== "");
}

const scores = ["kind", "lang", "anger", "urgency", "technical", "complaint", "sentiment", "reach", "priority", "route"] as const;

/** Every score by its name. */
function scoresValue(triage: Sighting["triage"]): string {
  const threat = `${i18n.t("kind.threat")} ${numberText(triage.threat)}`;
  return commaList([...scores.map((field) => `${fieldText(field)} ${isolate(valueText(field, triage[field]))}`), threat]);
}

function authorValue({ name, handle }: Sighting["author"]): string {
  if (name && handle) return i18n.t("welcome.authorValue", { name, handle });
  return name ?? (handle ? `@${handle}` : "");
}

function countsValue(counts: Sighting["counts"]): string {
  if (Object.values(counts).every((count) => count === null)) return "";
  const shown = (count: number | null) => count ?? "–";
  const { replies, reposts, likes, views } = counts;
  return i18n.t("welcome.numbers", { replies: shown(replies), reposts: shown(reposts), likes: shown(likes), views: shown(views) });
}

function marksValue({ author, isReply, partial }: Sighting): string {
  const verified = author.verified === null ? [] : [i18n.t(author.verified ? "welcome.mark.verified" : "welcome.mark.notVerified")];
  const reply = isReply === null ? [] : [i18n.t(isReply ? "welcome.mark.reply" : "welcome.mark.notReply")];
  return commaList([...verified, ...reply, i18n.t(partial ? "welcome.mark.partial" : "welcome.mark.whole")]);
}
