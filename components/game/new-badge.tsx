import { i18n } from "#i18n";
import { badgeMarkText, badgeText } from "../../lib/i18n/badge-text.ts";
import { isBadge } from "../../lib/schema/badges.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface NewBadgeProps {
  /** Badges that the member does not know of yet. */
  badges: readonly string[];
  onKnow: (badge: string) => void;
  onSee: () => void;
}

/** Says once that a badge was earned, one at a time; nothing while this version knows none of them. */
export function NewBadge({ badges, onKnow, onSee }: NewBadgeProps) {
  const badge = badges.find(isBadge);
  if (badge === undefined) return null;
  return (
    <Notice>
      <p>{i18n.t("game.badges.said", { name: badgeText(badge) })}</p>
      <p class="hint">{badgeMarkText(badge)}</p>
      <div class="row">
        <Button look="quiet" onClick={onSee}>
          {i18n.t("game.badges.see")}
        </Button>
        <Button look="quiet" onClick={() => onKnow(badge)}>
          {i18n.t("game.badges.good")}
        </Button>
      </div>
    </Notice>
  );
}
