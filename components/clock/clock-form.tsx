import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { firstAnswer } from "../../lib/clock/first-answer.ts";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { spoken } from "../../lib/i18n/spoken.ts";
import { durationText } from "../../lib/i18n/time-text.ts";
import { type ClockSettings, isClock } from "../../lib/schema/clock.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { type ClockDraft, clockDraft, readDraft } from "./draft.ts";
import { HoursForm } from "./hours-form.tsx";

interface ClockFormProps {
  clock: ClockSettings;
  nowMs: number;
  onSave: (clock: ClockSettings) => Promise<unknown>;
}

/** How long a first answer may take and when people work; shows what it means for posts before it counts. */
export function ClockForm({ clock, nowMs, onSave }: ClockFormProps) {
  const [draft, setDraft] = useState<ClockDraft>(() => clockDraft(clock));
  const [said, setSaid] = useState<{ text: string; tone: "mine" | "danger" } | null>(null);
  const read = readDraft(draft);
  const usable = read !== null && isClock(read) ? read : null;
  const change = (part: Partial<ClockDraft>) => {
    setSaid(null);
    setDraft({ ...draft, ...part });
  };
  const save = async () => {
    if (usable === null) return;
    try {
      await onSave(usable);
      setSaid({ text: i18n.t("clock.saved"), tone: "mine" });
    } catch (thrown) {
      setSaid({ text: askedErrorText(errorCode(thrown)), tone: "danger" });
    }
  };
  return (
    <div class="stack clock-form">
      <p class="quiet lead">{i18n.t("clock.hint")}</p>
      <Field
        label={i18n.t("clock.firstAnswer")}
        hint={i18n.t("clock.minutes")}
        value={draft.firstAnswer}
        onInput={(firstAnswer) => change({ firstAnswer })}
      />
      <Field label={i18n.t("clock.warn")} hint={i18n.t("clock.warnHint")} value={draft.warn} onInput={(warn) => change({ warn })} />
      <Field
        label={i18n.t("clock.community")}
        hint={i18n.t("clock.communityHint")}
        value={draft.community}
        onInput={(community) => change({ community })}
      />
      <HoursForm draft={draft} onChange={change} />
      {usable === null ? <Notice tone="danger">{i18n.t("clock.unusable")}</Notice> : <Effect clock={usable} nowMs={nowMs} />}
      <div class="row">
        <Button look="primary" icon={Check} off={usable === null} onClick={() => void save()}>
          {i18n.t("clock.save")}
        </Button>
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </div>
  );
}

/** When the answer to a post of this moment, and of the next Friday evening, would be due. */
function Effect({ clock, nowMs }: { clock: ClockSettings; nowMs: number }) {
  const zone = clock.hours?.zone;
  const day = new Intl.DateTimeFormat(spoken.value?.language, {
    weekday: "long",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  const friday = new Date(nowMs);
  friday.setUTCDate(friday.getUTCDate() + ((5 - friday.getUTCDay() + 7) % 7));
  friday.setUTCHours(16, 30, 0, 0);
  return (
    <section>
      <h2>{i18n.t("clock.effect")}</h2>
      <ul class="clock-effect">
        {[nowMs, friday.getTime()].map((postedMs) => {
          const { dueMs } = firstAnswer(clock, postedMs);
          return (
            <li key={postedMs}>
              {i18n.t("clock.effectLine", { posted: day.format(postedMs), due: day.format(dueMs), time: durationText(dueMs - postedMs) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
