import {
  Award,
  Compass,
  Eye,
  Feather,
  Glasses,
  GraduationCap,
  HandHeart,
  HeartHandshake,
  LifeBuoy,
  type LucideIcon,
  PenLine,
  Scale,
  ThumbsUp,
} from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { badgeMarkText, badgeText } from "../../lib/i18n/badge-text.ts";
import { dateText } from "../../lib/i18n/day-text.ts";
import { type BadgeId, badgeMarks, isBadge, type OwnBadges } from "../../lib/schema/badges.ts";
import { useRead } from "../settings/use-read.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import type { BadgeActions } from "./actions.ts";

const icons: Readonly<Record<BadgeId, LucideIcon>> = {
  first_help: HandHeart,
  good_neighbour: HeartHandshake,
  first_draft: PenLine,
  clear_words: Feather,
  first_review: ThumbsUp,
  teacher: GraduationCap,
  keen_eye: Eye,
  sound_judgement: Scale,
  second_eyes: Glasses,
  safety_net: LifeBuoy,
  all_rounder: Compass,
  trusted_hand: Award,
};

interface BadgesSectionProps {
  actions: BadgeActions;
  /** Those that the member does not know of yet: they are marked, and known from then on. */
  newBadges: readonly string[];
}

/** One's badges, and how far one is with the others. */
export function BadgesSection({ actions, newBadges }: BadgesSectionProps) {
  const { value: own, problem } = useRead(actions.read, newBadges.length > 0);
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const names = newBadges.join(" ");
  useEffect(() => {
    if (names === "") return;
    setFresh(names.split(" "));
    // Said again the next time when the server does not hear of it.
    actions.know(names.split(" ")).catch(() => {});
  }, [names, actions]);
  const known = (own ?? []).flatMap((each) => (isBadge(each.badge) ? { ...each, badge: each.badge } : []));
  const earned = known.filter(({ earnedAt }) => earnedAt !== null);
  const left = known.filter(({ earnedAt }) => earnedAt === null);
  return (
    <section class="stack badges">
      <h2>{i18n.t("game.badges.title")}</h2>
      <p class="hint">{i18n.t("game.badges.hint")}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {own && earned.length === 0 && <p>{i18n.t("game.badges.none")}</p>}
      {earned.length > 0 && <BadgeList badges={earned} fresh={fresh} />}
      {left.length > 0 && (
        <details>
          <summary>{i18n.t("game.badges.left", { count: left.length })}</summary>
          <BadgeList badges={left} fresh={fresh} />
        </details>
      )}
    </section>
  );
}

type Shown = OwnBadges[number] & { readonly badge: BadgeId };

function BadgeList({ badges, fresh }: { badges: readonly Shown[]; fresh: readonly string[] }) {
  return (
    <ul class="list">
      {badges.map(({ badge, count, earnedAt }) => (
        <li key={badge} class="row">
          <Icon of={icons[badge]} />
          <div class="grow">
            <span class="strong">{badgeText(badge)}</span>
            {fresh.includes(badge) && <span class="quiet">{` · ${i18n.t("game.badges.fresh")}`}</span>}
            <p class="hint">{badgeMarkText(badge)}</p>
          </div>
          <span class="quiet">
            {earnedAt === null
              ? i18n.t("game.badges.soFar", { count: Math.min(count, badgeMarks[badge].mark), mark: badgeMarks[badge].mark })
              : i18n.t("game.badges.since", { day: dateText(earnedAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
