import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { alertTitle } from "../../lib/i18n/alert-text.ts";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { AlertRules } from "../../lib/schema/alert-choices.ts";
import { type AlertKind, alertKind, alertKinds } from "../../lib/schema/alerts.ts";
import { Notice } from "../ui/notice.tsx";

interface AlertRulesPageProps {
  rules: AlertRules;
  onRules: (rules: AlertRules) => Promise<unknown>;
}

const turn = (names: readonly string[], name: string) =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];

/** Which alerts there are in the workspace, for whom, and which go to connected chats too. A change counts at once. */
export function AlertRulesPage({ rules, onRules }: AlertRulesPageProps) {
  const [said, setSaid] = useState<{ text: string; tone: "mine" | "danger" } | null>(null);
  const save = (next: AlertRules) =>
    void onRules(next).then(
      () => setSaid({ text: i18n.t("settings.saved"), tone: "mine" }),
      (thrown: unknown) => setSaid({ text: askedErrorText(errorCode(thrown)), tone: "danger" }),
    );
  return (
    <div class="stack">
      <p class="quiet lead">{i18n.t("alerts.rules")}</p>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      <ul class="list">
        {alertKinds.map((kind) => (
          <KindRow
            key={kind}
            kind={kind}
            rules={rules}
            onOff={() => save({ ...rules, off: turn(rules.off, kind) })}
            onChats={() => save({ ...rules, chats: turn(rules.chats, kind) })}
          />
        ))}
      </ul>
      <p class="hint">{i18n.t("alerts.chatsHint")}</p>
    </div>
  );
}

interface KindRowProps {
  kind: AlertKind;
  rules: AlertRules;
  onOff: () => void;
  onChats: () => void;
}

function KindRow({ kind, rules, onOff, onChats }: KindRowProps) {
  const { reach, chats } = alertKind(kind);
  const title = alertTitle(kind);
  return (
    <li class="row alert-kind">
      <div class="grow">
        <p class="strong">{title}</p>
        <p class="hint">{i18n.t(`alerts.for.${reach}`)}</p>
      </div>
      {chats !== null && <Switch of={title} says={i18n.t("alerts.chats")} isOn={rules.chats.includes(kind)} onTurn={onChats} />}
      <Switch of={title} says={i18n.t("alerts.on")} isOn={!rules.off.includes(kind)} onTurn={onOff} />
    </li>
  );
}

function Switch({ of, says, isOn, onTurn }: { of: string; says: string; isOn: boolean; onTurn: () => void }) {
  return (
    <label class="choice-option">
      <input type="checkbox" aria-label={`${of}: ${says}`} checked={isOn} onChange={onTurn} />
      {says}
    </label>
  );
}
