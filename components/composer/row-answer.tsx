import type { Mention } from "../../lib/schema/mention.ts";
import { PostText } from "../ui/post-text.tsx";
import type { OpenAnswering } from "./actions.ts";
import { Answer } from "./answer.tsx";
import { AnswerHead } from "./answer-head.tsx";
import { useAnswering } from "./use-answering.ts";

export interface RowAnswerProps {
  mention: Mention;
  /** The server's time. */
  nowMs: number;
  /** Operations of this device that wait; a change means the state may have moved. */
  waiting: number;
  open: OpenAnswering;
  onOpenPost: (permalink: string) => void;
}

/** Answering a post inside a list: the same steps as in the card, with copying instead of placing. */
export function RowAnswer({ mention, nowMs, waiting, open, onOpenPost }: RowAnswerProps) {
  const answering = useAnswering(open, mention.id, `${mention.revision}/${waiting}`);
  if (answering === null) return null;
  const deviceMs = nowMs - (answering.flow.value.card?.skewMs ?? 0);
  return (
    <div class="row-answer stack">
      <div class="row">
        <AnswerHead answering={answering} nowMs={deviceMs} />
      </div>
      <PostText mention={mention} onOpenPost={onOpenPost} />
      <Answer answering={answering} nowMs={deviceMs} way="copy" />
    </div>
  );
}
