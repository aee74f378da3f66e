import { i18n } from "#i18n";
import { errorText } from "../../lib/i18n/error-text.ts";
import { takeErrorText } from "../../lib/i18n/take-error-text.ts";
import { Written } from "../review/written.tsx";
import { Button } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";
import { useUndoTime } from "../ui/undo.tsx";
import type { AnswerProps } from "./actions.ts";
import { Confirm } from "./confirm.tsx";
import { CopyText } from "./copy-text.tsx";
import { type Flow, leaveOf } from "./flow.ts";
import { ProposeAnswer } from "./propose-answer.tsx";
import { ReadStep } from "./read-step.tsx";
import { flowSentence } from "./sentence.ts";

/** Everything a person does with one post, from the first look to "posted". */
export function Answer({ answering, nowMs, way }: AnswerProps) {
  const flow = answering.flow.value;
  const sentence = flowSentence(flow, way);
  const problem = problemText(flow);
  const canUndo = useUndoTime(flow.said) && leaveOf(flow.said) !== null;
  const tone = flow.step === "done" || flow.step === "placed" ? "mine" : "plain";
  return (
    <div class="answer stack">
      <Live text={problem ?? sentence} />
      {sentence !== "" && flow.step !== "confirm" && (
        <Notice tone={tone} onUndo={canUndo ? () => void answering.undo() : undefined}>
          {sentence}
        </Notice>
      )}
      {flow.card === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {flow.card !== null && <Body answering={answering} nowMs={nowMs} way={way} />}
      {isAnswered(flow) && <ProposeAnswer answering={answering} />}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
    </div>
  );
}

/** It was posted here, or was answered before. */
const isAnswered = ({ step, card }: Flow): boolean => step === "done" || (step === "read" && card?.badge.state === "answered");

function Body(props: AnswerProps) {
  const { answering, way } = props;
  const { step, text } = answering.flow.value;
  if (step === "read") return <ReadStep {...props} />;
  if (step === "write") return <Written {...props} />;
  if (step === "confirm") return <Confirm answering={answering} />;
  if (step === "done") return null;
  if (step === "lost") {
    return (
      <>
        {text.trim() !== "" && (
          <>
            <p class="post-text kept-text" dir="auto">
              {text}
            </p>
            <div class="row">
              <CopyText text={text} />
            </div>
          </>
        )}
        <ReadStep {...props} />
      </>
    );
  }
  return (
    <div class="row">
      {way === "copy" && (
        <Button look="primary" onClick={answering.askPosted}>
          {i18n.t("composer.posted")}
        </Button>
      )}
      {way === "place" && <span class="quiet grow">{i18n.t("composer.watching")}</span>}
      <Button look="quiet" onClick={() => void answering.confirm(false, null)}>
        {i18n.t("composer.editAgain")}
      </Button>
    </div>
  );
}

function problemText({ problem, step }: Flow): string | null {
  if (problem === null) return null;
  // Where nothing was typed, nothing is said of keeping it.
  if (problem !== "insert_failed") return step === "read" || step === "lost" ? takeErrorText(problem) : errorText(problem);
  return step === "placed" ? null : i18n.t("composer.notCopied");
}
