import { i18n } from "#i18n";
import type { FoundShare } from "../../lib/detect/ambiguity/ordinary-posts.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { Question } from "../ui/question.tsx";

interface PushQuestionProps {
  share: FoundShare;
  onSure: () => void;
  onCancel: () => void;
}

/** Says how much the lists would find, before everybody's browser does. */
export function PushQuestion({ share: { lang, found, of }, onSure, onCancel }: PushQuestionProps) {
  const text = i18n.t("listBench.ask", { found, of, language: languageText(lang) ?? lang });
  return <Question text={text} sure={i18n.t("listBench.pushAllTheSame")} off={false} onSure={onSure} onCancel={onCancel} />;
}
