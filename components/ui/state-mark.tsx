import {
  AtSign,
  CheckCheck,
  CircleSlash,
  EyeOff,
  Headset,
  Languages,
  type LucideIcon,
  MessageCircleQuestionMark,
  PenLine,
  UserRound,
} from "lucide-preact";
import { i18n } from "#i18n";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { Icon } from "./icon.tsx";

const marks: Record<BadgeState["state"], { icon: LucideIcon; tone: string }> = {
  ask: { icon: EyeOff, tone: "other" },
  needs_answer: { icon: MessageCircleQuestionMark, tone: "accent" },
  quiet: { icon: AtSign, tone: "other" },
  yours: { icon: PenLine, tone: "mine" },
  other: { icon: UserRound, tone: "other" },
  staff: { icon: Headset, tone: "staff" },
  answered: { icon: CheckCheck, tone: "mine" },
  dismissed: { icon: CircleSlash, tone: "other" },
  translated: { icon: Languages, tone: "other" },
};

/** State in two or three words. */
function stateText(badge: Pick<BadgeState, "state" | "who">): string {
  if (badge.state === "other") return i18n.t("state.other", { who: oneLine(badge.who ?? i18n.t("ui.someone"), 24) });
  return i18n.t(`state.${badge.state}`);
}

/** State as icon and words; with `compact` the words are for screen readers and on hover. */
export function StateMark({ badge, compact = false }: { badge: Pick<BadgeState, "state" | "who">; compact?: boolean }) {
  const { icon, tone } = marks[badge.state];
  const text = stateText(badge);
  return (
    <span class="state" data-tone={tone} title={compact ? text : undefined}>
      <Icon of={icon} />
      {compact ? <span class="sr-only">{text}, </span> : text}
    </span>
  );
}
