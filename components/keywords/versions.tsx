import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { KeywordList, ListVersion } from "../../lib/schema/keywords.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { VersionActions } from "./actions.ts";
import { Difference } from "./difference.tsx";
import { useVersions } from "./use-versions.ts";

interface VersionsProps {
  list: KeywordList;
  actions: VersionActions;
  /** Something is edited here and not pushed yet: it stays, on top of the version that is gone back to. */
  hasEdits: boolean;
}

/** What the list was before: who pushed it and when, how two versions differ, and the way back to one. Asked for when it is opened. */
export function Versions({ list, actions, hasEdits }: VersionsProps) {
  const { known, problem, compared, open, compare, restore, isBusy, done } = useVersions(list, actions);
  const [asked, setAsked] = useState<ListVersion | null>(null);
  const sure = (version: ListVersion) => void restore(version.version).then(() => setAsked(null));
  return (
    <details class="versions" onToggle={(event) => event.currentTarget.open && void open()}>
      <summary>{i18n.t("listVersions.title")}</summary>
      <div class="stack">
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {done !== null && <Notice tone="mine">{i18n.t("listVersions.restored", { version: done })}</Notice>}
        {known === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
        {known !== null && asked === null && (
          <VersionList versions={known} live={list.version} isBusy={isBusy} onCompare={compare} onRestore={setAsked} />
        )}
        {asked !== null && (
          <Question
            text={`${i18n.t("listVersions.ask", { version: asked.version })}${hasEdits ? ` ${i18n.t("listVersions.editsStay")}` : ""}`}
            sure={i18n.t("listVersions.restore", { version: asked.version })}
            off={isBusy}
            onSure={() => sure(asked)}
            onCancel={() => setAsked(null)}
          />
        )}
        {known !== null && compared !== null && (
          <section class="stack" aria-label={i18n.t("listVersions.difference")}>
            <div class="list-head">
              <VersionPick
                label={i18n.t("listVersions.from")}
                {...{ known }}
                value={compared.from}
                onPick={(from) => compare(from, compared.to)}
              />
              <VersionPick
                label={i18n.t("listVersions.to")}
                {...{ known }}
                value={compared.to}
                onPick={(to) => compare(compared.from, to)}
              />
            </div>
            <div role="status">
              {compared.difference === null ? <p class="quiet">{i18n.t("ui.loading")}</p> : <Difference difference={compared.difference} />}
            </div>
          </section>
        )}
      </div>
    </details>
  );
}

interface VersionListProps {
  versions: readonly ListVersion[];
  live: number;
  isBusy: boolean;
  onCompare: (from: number, to: number) => void;
  onRestore: (version: ListVersion) => void;
}

function VersionList({ versions, live, isBusy, onCompare, onRestore }: VersionListProps) {
  return (
    <ul class="list">
      {versions.map((each) => (
        <li key={each.version} class="row">
          <div class="grow">
            <p class="strong">{headText(each, live)}</p>
            <p class="hint">{i18n.t("listVersions.who", { name: each.by ?? i18n.t("listVersions.nobody"), time: timeText(each.at) })}</p>
          </div>
          {each.version !== live && (
            <Button onClick={() => onCompare(each.version, live)}>{i18n.t("listVersions.compare", { version: each.version })}</Button>
          )}
          {each.version !== live && each.removed !== true && (
            <Button off={isBusy} onClick={() => onRestore(each)}>
              {i18n.t("listVersions.restore", { version: each.version })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function headText({ version, size, removed, restored }: ListVersion, live: number): string {
  const what = removed === true ? i18n.t("listVersions.takenOut") : i18n.t("keywords.count", size);
  const parts = [
    i18n.t("listVersions.number", { version }),
    what,
    ...(version === live ? [i18n.t("listVersions.live")] : []),
    ...(restored === null ? [] : [i18n.t("listVersions.as", { version: restored })]),
  ];
  return parts.join(" · ");
}

interface VersionPickProps {
  label: string;
  known: readonly ListVersion[];
  value: number;
  onPick: (version: number) => void;
}

function VersionPick({ label, known, value, onPick }: VersionPickProps) {
  const options = known.map((each) => [String(each.version), i18n.t("listVersions.number", { version: each.version })] as const);
  return <SelectField label={label} value={String(value)} options={options} onPick={(picked) => onPick(Number(picked))} />;
}
