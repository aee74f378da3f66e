import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";
import type { OthersProps } from "../ui/others.tsx";
import { NextCard } from "./next-card.tsx";

interface NextForYouProps {
  /** What waits, best first: in the member's languages, and in others. */
  offers: { readonly own: readonly Mention[]; readonly others: readonly Mention[] };
  /** What the member just added: it is what they came for. */
  added: Mention | null;
  nowMs: number;
  isBusy: boolean;
  isOffline: boolean;
  cardRef: Ref<HTMLElement>;
  peopleAt: (mentionId: string) => OthersProps["people"];
  onTake: (mention: Mention) => void;
  onPass: (mention: Mention) => void;
  /** Shows all that wait. */
  onBrowse: () => void;
}

/** The one post that wants this member most. Others can be leafed through; those in foreign languages only when they are asked for. */
export function NextForYou({ offers, added, nowMs, isBusy, isOffline, cardRef, peopleAt, onTake, onPass, onBrowse }: NextForYouProps) {
  const [isAbroad, setAbroad] = useState(false);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const list = isAbroad ? offers.others : offers.own;
  const isLeft = ({ id }: Mention) => !skipped.includes(id);
  const next = (added && isLeft(added) ? added : list.find(isLeft)) ?? list[0] ?? null;
  const another = () => {
    if (next === null) return;
    const isLast = list.every((mention) => mention === next || !isLeft(mention));
    setSkipped(isLast ? [next.id] : [...skipped, next.id]);
  };
  if (next === null && offers.own.length + offers.others.length === 0) return null;
  return (
    <section>
      <h2>{isAbroad ? i18n.t("popup.otherLanguages") : i18n.t("popup.next")}</h2>
      {next === null ? (
        <p class="quiet">{isAbroad ? i18n.t("popup.noneElsewhere") : i18n.t("popup.noneInYours")}</p>
      ) : (
        <NextCard
          mention={next}
          nowMs={nowMs}
          others={peopleAt(next.id)}
          isBusy={isBusy}
          isOffline={isOffline}
          cardRef={cardRef}
          onTake={() => onTake(next)}
          onAnother={list.some((mention) => mention.id !== next.id) ? another : undefined}
          onPass={() => onPass(next)}
        />
      )}
      <div class="row next-languages">
        {isAbroad && (
          <Button look="quiet" onClick={() => setAbroad(false)}>
            {i18n.t("popup.ownLanguages")}
          </Button>
        )}
        {!isAbroad && offers.others.length > 0 && (
          <Button look={next === null ? "plain" : "quiet"} onClick={() => setAbroad(true)}>
            {i18n.t("popup.otherLanguages")}
          </Button>
        )}
        <Button look="quiet" onClick={onBrowse}>
          {i18n.t("waiting.all")}
        </Button>
      </div>
    </section>
  );
}
