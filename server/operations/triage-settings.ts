import { FanswerError } from "../../lib/schema/errors.ts";
import { type TriageSettings, wordScores } from "../../lib/schema/triage-settings.ts";
import { ownWordProblem } from "../../lib/triage/own-words.ts";
import { first } from "../store/statement.ts";
import { putTriageSettings } from "../store/triage-settings.ts";
import { type Handler, presentWorkspace } from "./call.ts";

/** Throws `malformed` with the first word that no post can hold. */
function checkWords(words: TriageSettings["words"]): void {
  for (const score of wordScores) {
    for (const [index, word] of words[score].entries()) {
      const problem = ownWordProblem(word);
      if (problem !== null) throw new FanswerError("malformed", `words.${score}.${index}: ${problem}`);
    }
  }
}

export const pushTriage: Handler<"triage.push"> = async (call, { baseVersion, settings }) => {
  const { client, device } = call;
  checkWords(settings.words);
  const next = JSON.stringify({ ...settings, version: baseVersion + 1 });
  const put = await first(client, putTriageSettings, device.workspaceId, next, baseVersion, await call.raise());
  if (put === null) throw new FanswerError("settings_stale");
  return presentWorkspace(call);
};
