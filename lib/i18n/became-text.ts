import { i18n } from "#i18n";
import type { OwnAnswer } from "../schema/own-work.ts";
import { wrongText } from "./look-text.ts";

/** One thing that became of an answer, and whether it is good news. */
interface Became {
  readonly tone: "mine" | "danger" | "other";
  readonly text: string;
}

/** What a second reader found, and what came of that. */
function foundTexts({ found }: OwnAnswer): Became[] {
  if (found === null) return [];
  const { verdict, ending } = found;
  if (verdict !== "wrong") return [{ tone: verdict === "helpful" ? "mine" : "other", text: i18n.t(`you.became.${verdict}`) }];
  const wrong = wrongText({ secondLook: { isAsked: false, found } });
  return [
    { tone: ending === null ? "danger" : "other", text: wrong },
    ...(ending === null ? [] : [{ tone: "mine", text: i18n.t(`look.ended.${ending}`) } as const]),
  ];
}

/** What became of an answer, the weightiest first; one sentence at least. */
export function becameTexts(answer: OwnAnswer): Became[] {
  const { isTakenBack, isPostGone, mood } = answer;
  const all: Became[] = [
    ...(isTakenBack ? [{ tone: "danger", text: i18n.t("you.became.takenBack") } as const] : []),
    ...(isPostGone ? [{ tone: "other", text: i18n.t("you.became.postGone") } as const] : []),
    ...foundTexts(answer),
    ...(mood === null ? [] : [{ tone: mood === "thanks" ? "mine" : "danger", text: i18n.t(`you.became.${mood}`) } as const]),
  ];
  return all.length > 0 ? all : [{ tone: "other", text: i18n.t("you.became.nothing") }];
}
