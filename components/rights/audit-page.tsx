import { Download, ShieldCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { AuditLine } from "../../lib/schema/audit.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RightsActions } from "./actions.ts";
import { auditCsv, detailText, stateText, whoText } from "./audit-text.ts";
import { type AuditSearch, useAudit } from "./use-audit.ts";

interface LogPageProps {
  actions: RightsActions;
  onSave: (name: string, text: string) => void;
}

/** Who did what, and when: searched, checked, and saved as a file. */
export function LogPage({ actions, onSave }: LogPageProps) {
  const { search, found, problem, look, older, readAll } = useAudit(actions.listAudit);
  return (
    <div class="stack">
      <p class="quiet lead">{i18n.t("audit.hint")}</p>
      <Search search={search} onLook={look} />
      <div class="row">
        <Button
          icon={Download}
          onClick={() => void readAll().then((lines) => lines && onSave(`${i18n.t("audit.file")}.csv`, auditCsv(lines)))}
        >
          {i18n.t("audit.save")}
        </Button>
        <Check onCheck={actions.checkAudit} />
      </div>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {found === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {found?.lines.length === 0 && <p class="quiet">{i18n.t("audit.none")}</p>}
      <ol class="audit-lines">
        {found?.lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ol>
      {found !== null && found.next !== null && (
        <div class="row">
          <Button onClick={older}>{i18n.t("audit.older")}</Button>
        </div>
      )}
    </div>
  );
}

function Search({ search, onLook }: { search: AuditSearch; onLook: (change: Partial<AuditSearch>) => void }) {
  return (
    <search class="audit-search">
      <Field label={i18n.t("audit.who")} value={search.who} onInput={(who) => onLook({ who })} />
      <Field label={i18n.t("audit.what")} value={search.what} onInput={(what) => onLook({ what })} />
      <Field label={i18n.t("audit.about")} value={search.about} onInput={(about) => onLook({ about })} />
      <Field label={i18n.t("audit.from")} value={search.from} isDay onInput={(from) => onLook({ from })} />
      <Field label={i18n.t("audit.to")} value={search.to} isDay onInput={(to) => onLook({ to })} />
    </search>
  );
}

function Line({ line }: { line: AuditLine }) {
  return (
    <li>
      <p class="row">
        <span class="quiet">{line.seq}</span>
        <time class="quiet" dateTime={line.at}>
          {timeText(line.at)}
        </time>
        <bdi class="strong">{whoText(line)}</bdi>
      </p>
      <p>
        <code dir="ltr">{line.action}</code> <bdi>{line.isErased ? i18n.t("audit.erased") : line.subject}</bdi>{" "}
        <bdi class="quiet">{detailText(line)}</bdi>
      </p>
    </li>
  );
}

/** Has the server look whether the last lines are as they were written. */
function Check({ onCheck }: { onCheck: RightsActions["checkAudit"] }) {
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const check = () =>
    onCheck().then(
      (state) => setSaid({ text: stateText(state), isBad: state.fault !== null }),
      (thrown: unknown) => setSaid({ text: askedErrorText(errorCode(thrown)), isBad: true }),
    );
  return (
    <>
      <Button icon={ShieldCheck} onClick={() => void check()}>
        {i18n.t("audit.check")}
      </Button>
      <div role="status" class="grow">
        {said && <Notice tone={said.isBad ? "danger" : "mine"}>{said.text}</Notice>}
      </div>
    </>
  );
}
