import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { Question } from "../ui/question.tsx";
import type { useToast } from "../ui/toast.tsx";
import type { BreakActions } from "./actions.ts";

/** The way into a break, at once or after a question about the `held` posts of the member, and back. */
export function useBreak(actions: BreakActions, held: number, run: ReturnType<typeof useToast>["run"]) {
  const [asked, setAsked] = useState<{ readonly untilMs: number | null } | null>(null);
  const doing = (work: Promise<unknown>) => void run(work.then(), null, askedErrorText);
  const begin = (untilMs: number | null) => {
    setAsked(null);
    doing(actions.begin(untilMs));
  };
  return {
    wantBreak: (untilMs: number | null) => (held > 0 ? setAsked({ untilMs }) : begin(untilMs)),
    comeBack: () => doing(actions.end()),
    question: asked && (
      <Question
        text={i18n.t("break.ask", held)}
        sure={i18n.t("break.sure")}
        off={false}
        onSure={() => begin(asked.untilMs)}
        onCancel={() => setAsked(null)}
      />
    ),
  };
}
