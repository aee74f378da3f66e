import { i18n } from "#i18n";
import type { Mention } from "../schema/mention.ts";
import type { OverruleField } from "../schema/overrule.ts";
import type { Reason } from "../schema/triage.ts";
import { beginLarge, fieldOf, reasonText, standingReasons } from "./mention-text.ts";
import { overruleText } from "./overrule-text.ts";
import { topicOf } from "./topics.ts";

/** From here on a person who corrected a score means it. */
const isMeant = 0.35;

/**
 * Why a post is here, in everyday words: `Asks for help with pairing · no answer yet · seen by about 2,000`. What people said of it
 * counts before what was scored. No scores and no words that were looked for: those are in `whyLine`.
 */
export function reasonSentence(mention: Mention, most = 4): string {
  const reasons = standingReasons(mention);
  const parts = [
    ...hazardText(mention, reasons),
    deedText(mention, reasons),
    ...handText(mention),
    ...feelings(mention, reasons),
    ...waiting(mention, reasons),
    ...readers(mention, reasons),
  ];
  return beginLarge(parts.slice(0, most).join(" · "));
}

/** The same in a few words, for a list whose rows show clock and readers already: `asks for help with pairing · sounds angry`. */
export function shortReason(mention: Mention): string {
  const reasons = standingReasons(mention);
  return [
    ...hazardText(mention, reasons),
    deedText(mention, reasons),
    ...handText(mention),
    ...feelings(mention, reasons).slice(0, 1),
  ].join(" · ");
}

/** Says that a member added the post, since no keyword found it. */
const handText = ({ byHand }: Mention): string[] => (byHand ? [i18n.t("reason.byHand")] : []);

/** What of it must not wait. */
function hazardText(mention: Mention, reasons: readonly Reason[]): string[] {
  const said = saidOf(mention, "hazard");
  if (said) return said.value === "none" ? [] : [overruleText(said)];
  return reasons.filter(({ code }) => fieldOf[code] === "hazard").map(({ code }) => i18n.t(`reason.${code}`));
}

/** What the author does, and about what. */
function deedText({ triage, excerpt }: Mention, reasons: readonly Reason[]): string {
  const asksForHelp = triage.kind === "question" && reasons.some(({ code }) => code === "request");
  const kind = asksForHelp ? "request" : triage.kind;
  if (kind === "threat") return i18n.t("reason.threat");
  const topic = topicOf(excerpt);
  if (topic !== null) return i18n.t(`sentence.${kind}`, { topic: i18n.t(`topic.${topic}`) });
  return kind === "other" ? i18n.t("sentence.plain") : i18n.t(`reason.${kind}`);
}

const saidOf = ({ overrules }: Mention, field: OverruleField) => overrules.find((each) => each.field === field);

function feelings(mention: Mention, reasons: readonly Reason[]): string[] {
  const felt = [
    ["anger", "anger"],
    ["urgency", "urgent"],
  ] as const;
  return felt.flatMap(([field, code]) => {
    const said = saidOf(mention, field);
    const isFelt = said ? Number(said.value) >= isMeant : reasons.some((reason) => reason.code === code);
    return isFelt ? [i18n.t(`reason.${code}`)] : [];
  });
}

/** That nobody answered, else how long it waits; nothing once it is answered. */
function waiting({ status }: Mention, reasons: readonly Reason[]): string[] {
  if (status === "answered") return [];
  if (reasons.some(({ code }) => code === "unanswered")) return [i18n.t("reason.unanswered")];
  return reasons.filter(({ code }) => code === "waiting").map(reasonText);
}

function readers(mention: Mention, reasons: readonly Reason[]): string[] {
  const said = saidOf(mention, "reach");
  if (said) return [overruleText(said)];
  return reasons.filter(({ code }) => code === "reach" || code === "unknown_language").map(reasonText);
}
