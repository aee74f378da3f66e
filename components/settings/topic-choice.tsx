import { i18n } from "#i18n";
import { mostOf } from "../../lib/schema/limits.ts";
import { SomeOf } from "../ui/some-of.tsx";

interface TopicChoiceProps {
  /** Those of the workspace. */
  topics: readonly string[];
  /** Those that the member knows, also ones that the workspace has no more. */
  own: readonly string[];
  onKnow: (topics: readonly string[]) => void;
}

/** What the member knows much about. */
export function TopicChoice({ topics, own, onKnow }: TopicChoiceProps) {
  const all = [...new Set([...topics, ...own])];
  if (all.length === 0) return null;
  return (
    <SomeOf
      label={i18n.t("settings.topics")}
      hint={i18n.t("settings.topicsHint")}
      all={all}
      chosen={own}
      most={mostOf.topics}
      onChange={onKnow}
      say={(topic) => <bdi>{topic}</bdi>}
    />
  );
}
