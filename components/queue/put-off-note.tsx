import { i18n } from "#i18n";
import { clockText } from "../../lib/i18n/moment-text.ts";
import { Notice } from "../ui/notice.tsx";

interface PutOffNoteProps {
  /** From when on the server takes more, epoch ms; null when nothing is put off. */
  untilMs: number | null | undefined;
  nowMs: number;
}

/** That some of what a member did waits for its time, because it was a lot for one hour. */
export function PutOffNote({ untilMs, nowMs }: PutOffNoteProps) {
  if (untilMs === null || untilMs === undefined || untilMs <= nowMs) return null;
  return <Notice>{i18n.t("popup.putOff", { time: clockText(untilMs) })}</Notice>;
}
