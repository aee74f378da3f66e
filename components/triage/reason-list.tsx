import { reasonText } from "../../lib/i18n/mention-text.ts";
import { numberText } from "../../lib/i18n/number-text.ts";
import type { Reason } from "../../lib/schema/triage.ts";

/** Reasons, each with the score it led to. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.code} class="fact">
          <span>{reasonText(reason)}</span>
          {isScore(reason.value) && <span class="quiet">{numberText(reason.value)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Counts such as readers stand in the reason's words already. */
function isScore(value: number | null): value is number {
  return value !== null && value > -1 && value <= 1 && value !== 0;
}
