import { answerByCopy } from "../../components/composer/answer-by-copy.ts";
import { RowAnswer } from "../../components/composer/row-answer.tsx";
import type { AnsweringProps } from "../../components/queue/yours.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";

const open = answerByCopy(ask, document, navigator.clipboard);

/** Answering in the popup; loaded apart, since most of it is not there when the popup is first painted. */
export const Answering = (props: AnsweringProps) => <RowAnswer {...props} open={open} onOpenPost={(link) => void openPost(link)} />;
