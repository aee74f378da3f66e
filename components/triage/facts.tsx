import { i18n } from "#i18n";
import { reasonText } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Triage } from "../../lib/schema/triage.ts";

const readers = ["r0", "r1", "r2", "r3", "r4"] as const;
const twoDigits = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Why it is here: each reason, then the scores behind the route. */
export function Facts({ mention }: { mention: Mention }) {
  const { triage } = mention;
  return (
    <section class="facts">
      <h3>{i18n.t("panel.because")}</h3>
      <ul>
        {triage.reasons.map((reason) => (
          <li key={reason.code} class="fact">
            <span>{reasonText(reason)}</span>
            {isScore(reason.value) && <span class="quiet">{twoDigits.format(reason.value)}</span>}
          </li>
        ))}
      </ul>
      <dl class="scores quiet">
        {scores(triage).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{i18n.t(`panel.readers.${readers[triage.reach] ?? "r0"}`)}</p>
    </section>
  );
}

/** Counts such as readers stand in the reason's words already. */
function isScore(value: number | null): value is number {
  return value !== null && value > 0 && value <= 1;
}

function scores(triage: Triage): [string, string][] {
  return [
    [i18n.t("panel.priority"), String(Math.round(triage.priority))],
    [i18n.t("panel.anger"), twoDigits.format(triage.anger)],
    [i18n.t("panel.urgency"), twoDigits.format(triage.urgency)],
    [i18n.t("panel.technical"), twoDigits.format(triage.technical)],
    [i18n.t("panel.sentiment"), twoDigits.format(triage.sentiment)],
  ];
}
