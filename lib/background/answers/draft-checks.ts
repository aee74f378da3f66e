import type { DraftProblem } from "../../schema/draft-problem.ts";
import { postLanguage } from "../../schema/language.ts";
import type { Mention } from "../../schema/mention.ts";
import { defaultTriageSettings } from "../../schema/triage-defaults.ts";
import type { Store } from "../../store/database.ts";
import { latestReplies } from "../../store/library.ts";
import { checkReply } from "../../suggest/checks.ts";
import { lineIn, type Speaking } from "../../suggest/disclosure.ts";
import { comparedReplies, nearCopy, type Print, printOf } from "../../suggest/near.ts";
import { phoneNumbers } from "../../suggest/phones.ts";
import type { TriageModel } from "../../triage/model/asset.ts";
import { triage } from "../../triage/triage.ts";

/** From this score on a draft is said to sound angry. */
const angry = 0.5;

/** Everything that is looked at before a draft is placed. */
export type DraftChecks = (speaking: Speaking & { readonly mention: Mention }, text: string) => Promise<DraftProblem[]>;

export function createDraftChecks(store: Store, nowMs: () => number, triageModel: () => Promise<TriageModel | null>): DraftChecks {
  /** Replies taken apart for comparison, by the id of their precedent; kept, since a reply never changes. */
  let prints = new Map<string, Print>();
  async function printsBut(mentionId: string): Promise<Print[]> {
    const replies = await latestReplies(store, comparedReplies);
    prints = new Map(replies.map(({ id, answer }) => [id, prints.get(id) ?? printOf(answer ?? "")]));
    return [...prints].flatMap(([id, print]) => (id === mentionId ? [] : print));
  }
  return async (speaking, text) => {
    const { mention, workspace } = speaking;
    const lang = postLanguage(mention);
    const body = text.replaceAll(lineIn(text, workspace) ?? "", "").trim();
    const problems = checkReply(speaking, text);
    const add = (code: DraftProblem["code"], words: string[]) => {
      if (words.length > 0) problems.push({ code, words });
    };
    add("phone_number", phoneNumbers(body, lang));
    add("near_copy", nearCopy(body, await printsBut(mention.id)));
    add("tone", harshWords(body, lang, nowMs(), await triageModel()));
    return problems;
  };
}

/** The words of a draft that sound angry or threatening, by the same scores that posts get. */
function harshWords(text: string, lang: string | null, atMs: number, model: TriageModel | null): string[] {
  const counts = { replies: null, reposts: null, likes: null, views: null };
  const post = { text, lang, postedAt: null, counts, verified: null };
  const { anger, kind, reasons } = triage(post, atMs, defaultTriageSettings, model);
  if (anger < angry && kind !== "threat") return [];
  const words = reasons.flatMap(({ code, words: led }) => (code === "anger" || code === "threat" ? led : []));
  return words.length > 0 ? words : [text.slice(0, 60)];
}
