import { useMemo, useRef } from "preact/hooks";
import { answerByCopy } from "../../components/composer/answer-by-copy.ts";
import { leaves } from "../../components/composer/leaving.ts";
import { RowAnswer } from "../../components/composer/row-answer.tsx";
import type { AnsweringProps } from "../../components/queue/actions.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";

type Told = Pick<AnsweringProps, "mention" | "onLeave" | "onPosted">;

/** Asks, and tells when that let go of the post or answered it. */
function telling(ask: typeof Ask, told: () => Told): typeof Ask {
  return async (name, args) => {
    const reply = await ask(name, args);
    const { mention, onLeave, onPosted } = told();
    const leave = leaves.find((each) => each === name);
    if (leave) onLeave(leave, mention.id);
    if (name === "reply.posted") onPosted(mention);
    return reply;
  };
}

/** Answering in the popup, for the community that `ask` speaks to; loaded apart, since most of it is not there when the popup is first painted. */
export function popupAnswer(ask: typeof Ask) {
  return function PopupAnswer({ onLeave, onPosted, ...row }: AnsweringProps) {
    const latest = useRef<Told>({ onLeave, onPosted, mention: row.mention });
    latest.current = { onLeave, onPosted, mention: row.mention };
    const asking = telling(ask, () => latest.current);
    // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the latest
    const open = useMemo(() => answerByCopy(asking, document, navigator.clipboard), []);
    return <RowAnswer {...row} open={open} onOpenPost={(link) => void openPost(link)} />;
  };
}
