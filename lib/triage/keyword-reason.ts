import type { Hit } from "../schema/keywords.ts";
import type { Reason, Triage } from "../schema/triage.ts";

const mostReasons = 12;
const mostWords = 8;
const longestWord = 60;

/** The scores with, in front, why a keyword counted that does not always count: it, then the words of the post that spoke for it. */
export function withKeywordReason(triage: Triage, text: string, hits: readonly Hit[]): Triage {
  const others = triage.reasons.filter(({ code }) => code !== "keyword");
  const near = ({ context }: Hit) => context.filter((word) => text.includes(word));
  const hit = hits.find((each) => near(each).length > 0);
  if (!hit) return { ...triage, reasons: others };
  const words = [text.slice(hit.start, hit.end), ...near(hit)].slice(0, mostWords).map((word) => word.slice(0, longestWord));
  const reason: Reason = { code: "keyword", words, value: null };
  return { ...triage, reasons: [reason, ...others].slice(0, mostReasons) };
}
