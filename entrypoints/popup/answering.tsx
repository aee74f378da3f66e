import { useMemo, useRef } from "preact/hooks";
import { answerByCopy } from "../../components/composer/answer-by-copy.ts";
import { type Leave, leaves } from "../../components/composer/leaving.ts";
import { RowAnswer } from "../../components/composer/row-answer.tsx";
import type { AnsweringProps } from "../../components/queue/yours.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";

/** Asks, and tells when that let go of a post. */
function telling(onLeave: AnsweringProps["onLeave"]): typeof ask {
  return async (name, args) => {
    const reply = await ask(name, args);
    const leave = leaves.find((each) => each === name);
    if (leave) onLeave(leave, (args as { readonly mentionId: string }).mentionId);
    return reply;
  };
}

/** Answering in the popup; loaded apart, since most of it is not there when the popup is first painted. */
export function Answering({ onLeave, ...row }: AnsweringProps) {
  const latest = useRef(onLeave);
  latest.current = onLeave;
  const open = useMemo(() => {
    const tell = (leave: Leave, mentionId: string) => latest.current(leave, mentionId);
    return answerByCopy(telling(tell), document, navigator.clipboard);
  }, []);
  return <RowAnswer {...row} open={open} onOpenPost={(link) => void openPost(link)} />;
}
