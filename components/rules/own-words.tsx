import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { type WordScore, wordScores } from "../../lib/schema/triage-settings.ts";
import { splitWords } from "../ui/words.ts";
import { type RuleProblem, type Rules, wordsProblem } from "./edits.ts";
import { RuleSection } from "./rule-section.tsx";

/** The workspace's own words for urgent, technical and angry. */
export function OwnWords({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  return (
    <RuleSection title={i18n.t("rules.words")} hint={i18n.t("rules.wordsHint")}>
      {wordScores.map((score) => (
        <WordField
          key={score}
          score={score}
          words={rules.words[score]}
          onWords={(words) => onRules({ ...rules, words: { ...rules.words, [score]: words } })}
        />
      ))}
    </RuleSection>
  );
}

function problemText({ code, word }: RuleProblem): string {
  return code === "too_many" ? i18n.t("rules.problem.too_many") : i18n.t(`rules.problem.${code}`, { word });
}

/** Read when it is left, so that a comma can be typed. */
function WordField({ score, words, onWords }: { score: WordScore; words: readonly string[]; onWords: (words: string[]) => void }) {
  const id = useId();
  const problem = wordsProblem(words);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {i18n.t(`rules.word.${score}`)}
      </label>
      <textarea
        id={id}
        class="input"
        dir="auto"
        rows={2}
        value={words.join(", ")}
        aria-invalid={problem === null ? undefined : "true"}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onWords([...new Set(splitWords(event.currentTarget.value))])}
      />
      {problem !== null && (
        <p id={`${id}-problem`} data-tone="danger">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}
