import { ChevronDown } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { mostHeld } from "../../lib/schema/limits.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Live } from "../ui/notice.tsx";
import type { OthersProps } from "../ui/others.tsx";
import { Pick } from "../ui/pick.tsx";
import { ClockText } from "./clock-text.tsx";
import { anything, choicesAmong, type Narrowing, narrow } from "./narrow.ts";
import { NextCard } from "./next-card.tsx";

/** Rows that are shown at first, and how many more each time. */
const rowsAtOnce = 20;

export interface WaitingListProps {
  /** All that wait and that the member may take, by turn. */
  waiting: readonly Mention[];
  nowMs: number;
  isBusy: boolean;
  isOffline: boolean;
  peopleAt: (mentionId: string) => OthersProps["people"];
  onTake: (mention: Mention) => void;
  onPass: (mention: Mention) => void;
  onClose: () => void;
}

/** The posts that wait, to look through and to choose from. */
export function WaitingList({ waiting, onClose, ...row }: WaitingListProps) {
  const [kept, setKept] = useState(anything);
  const [most, setMost] = useState(rowsAtOnce);
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = narrow(waiting, kept);
  const keepTo = (change: Partial<Narrowing>) => {
    setKept({ ...kept, ...change });
    setMost(rowsAtOnce);
  };
  return (
    <section class="stack">
      <h2>{i18n.t("waiting.title")}</h2>
      <Filters {...{ waiting, kept }} onKeep={keepTo} />
      <Live text={i18n.t("waiting.count", rows.length)} />
      <p class="hint">{i18n.t("waiting.hint", { most: mostHeld.queue })}</p>
      {rows.length === 0 && <p class="quiet">{i18n.t("waiting.none")}</p>}
      <ul class="list" onKeyDown={moveByArrows}>
        {rows.slice(0, most).map((mention) => (
          <WaitingRow
            key={mention.id}
            {...{ mention, ...row }}
            isOpen={mention.id === openId}
            onToggle={() => setOpenId(mention.id === openId ? null : mention.id)}
          />
        ))}
      </ul>
      <div class="row">
        {rows.length > most && <Button onClick={() => setMost(most + rowsAtOnce)}>{i18n.t("you.more")}</Button>}
        <Button look="quiet" onClick={onClose}>
          {i18n.t("waiting.close")}
        </Button>
      </div>
    </section>
  );
}

interface FiltersProps {
  waiting: readonly Mention[];
  kept: Narrowing;
  onKeep: (change: Partial<Narrowing>) => void;
}

function Filters({ waiting, kept, onKeep }: FiltersProps) {
  const { sites, languages, topics } = choicesAmong(waiting);
  return (
    <search class="waiting-filters">
      <Pick
        label={i18n.t("waiting.site")}
        value={kept.site}
        options={sites.map((site) => [site, i18n.t(`site.${site}`)])}
        onPick={(site) => onKeep({ site })}
      />
      <Pick
        label={i18n.t("waiting.language")}
        value={kept.language}
        options={languages.map((language) => [language, languageText(language) ?? language])}
        onPick={(language) => onKeep({ language })}
      />
      <Pick
        label={i18n.t("waiting.topic")}
        value={kept.topic}
        options={topics.map((topic) => [topic, oneLine(topic, 40)])}
        onPick={(topic) => onKeep({ topic })}
      />
      <Pick
        label={i18n.t("waiting.urgent")}
        value={kept.order}
        options={[["longest", i18n.t("waiting.longest")]]}
        onPick={(order) => onKeep({ order })}
      />
    </search>
  );
}

/** The arrows lead from row to row. */
function moveByArrows(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches(".list-row")) return;
  const rows = [...(event.target.closest("ul")?.querySelectorAll<HTMLElement>(".list-row") ?? [])];
  rows[rows.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}

interface WaitingRowProps extends Omit<WaitingListProps, "waiting" | "onClose"> {
  mention: Mention;
  isOpen: boolean;
  onToggle: () => void;
}

/** One that waits; opened it shows all that one decides by. */
function WaitingRow({ mention, isOpen, onToggle, peopleAt, onTake, onPass, ...card }: WaitingRowProps) {
  return (
    <li>
      <button type="button" class="list-row" aria-expanded={isOpen} onClick={onToggle}>
        <span class="grow line-cut" dir="auto">
          <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 80)}
        </span>
        <ClockText mention={mention} nowMs={card.nowMs} short />
        <Icon of={ChevronDown} />
      </button>
      {isOpen && (
        <NextCard
          {...{ mention, ...card }}
          others={peopleAt(mention.id)}
          cardRef={null}
          onTake={() => onTake(mention)}
          onPass={() => onPass(mention)}
        />
      )}
    </li>
  );
}
