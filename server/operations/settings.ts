import { FanswerError } from "../../lib/schema/errors.ts";
import { type TriageSettings, wordScores } from "../../lib/schema/triage-settings.ts";
import { ownWordProblem } from "../../lib/triage/own-words.ts";
import { all, first } from "../store/statement.ts";
import { putTriageSettings } from "../store/triage-settings.ts";
import { putClock, putLevelRules, putLookRules, putRetention, setAnswering } from "../store/workspaces.ts";
import { type Handler, presentWorkspace } from "./call.ts";

/** What replies must keep to. Whether a language model writes drafts is told by `model.set` alone. */
export const changeAnswering: Handler<"answering.set"> = async (call, { answering }) => {
  const { machineDrafts: _, ...rules } = answering;
  await all(call.client, setAnswering, call.workspaceId, JSON.stringify(rules), await call.raise());
  return presentWorkspace(call);
};

export const saveClock: Handler<"clock.save"> = async (call, clock) => {
  await all(call.client, putClock, call.device.workspaceId, JSON.stringify(clock), await call.raise());
  return presentWorkspace(call);
};

export const setLooks: Handler<"looks.set"> = async (call, rules) => {
  await all(call.client, putLookRules, call.workspaceId, JSON.stringify(rules), await call.raise());
  return presentWorkspace(call);
};

export const setRetention: Handler<"retention.set"> = async (call, retention) => {
  const { workspaceId } = call;
  await all(call.client, putRetention, { workspaceId, retention: JSON.stringify(retention), revision: await call.raise() });
  return presentWorkspace(call);
};

export const setLevels: Handler<"levels.set"> = async (call, rules) => {
  await all(call.client, putLevelRules, { workspaceId: call.workspaceId, rules: JSON.stringify(rules), revision: await call.raise() });
  return presentWorkspace(call);
};

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
