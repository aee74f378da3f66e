import { OctagonX, Play } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Brake, BrakeChange } from "../../lib/schema/brake.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";

interface BrakeSectionProps {
  /** Null: the community takes posts. */
  brake: Brake | null;
  onBrake: (change: BrakeChange) => Promise<unknown>;
}

const longest = 280;

/** Stops the whole community after one more question, and lets it go on. */
export function BrakeSection({ brake, onBrake }: BrakeSectionProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const change = (wanted: BrakeChange) => {
    setProblem(null);
    onBrake(wanted).catch((thrown: unknown) => setProblem(askedErrorText(errorCode(thrown))));
  };
  return (
    <section class="stack brake" aria-labelledby="brake-title">
      <h2 id="brake-title">{i18n.t("brake.title")}</h2>
      {brake === null ? (
        <Stopping onStop={(words) => change({ isOn: true, words })} />
      ) : (
        <On brake={brake} onGo={() => change({ isOn: false })} />
      )}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
    </section>
  );
}

function On({ brake, onGo }: { brake: Brake; onGo: () => void }) {
  return (
    <>
      <Notice tone="danger">
        {i18n.t("brake.isOn", { time: timeText(brake.since) })} {brake.words !== "" && <bdi>{brake.words}</bdi>}
      </Notice>
      {brake.why && <p class="lead">{i18n.t("brake.itself.why", { ...brake.why })}</p>}
      <div class="row">
        <Button look="primary" icon={Play} onClick={onGo}>
          {i18n.t("brake.go")}
        </Button>
      </div>
    </>
  );
}

function Stopping({ onStop }: { onStop: (words: string) => void }) {
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState("");
  if (!isAsking) {
    return (
      <>
        <p class="quiet">{i18n.t("brake.hint")}</p>
        <div class="row">
          <Button icon={OctagonX} onClick={() => setAsking(true)}>
            {i18n.t("brake.stop")}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Field
        label={i18n.t("brake.words")}
        hint={i18n.t("brake.wordsHint")}
        value={words}
        onInput={(text) => setWords(text.slice(0, longest))}
      />
      <Question
        text={i18n.t("brake.ask")}
        sure={i18n.t("brake.sure")}
        off={false}
        onSure={() => onStop(words.trim())}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
