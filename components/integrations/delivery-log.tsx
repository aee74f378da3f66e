import { RotateCcw } from "lucide-preact";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Delivery } from "../../lib/schema/integration.ts";
import { Button } from "../ui/button.tsx";

interface DeliveryLogProps {
  deliveries: readonly Delivery[];
  /** Tells one thing again; with null everything that could not be told and was given up. */
  onReplay: (deliveryId: string | null) => void;
}

/** What was told, newest first, and why it was not. */
export function DeliveryLog({ deliveries, onReplay }: DeliveryLogProps) {
  if (deliveries.length === 0) return <p class="quiet">{i18n.t("integrations.logEmpty")}</p>;
  const failed = deliveries.filter(({ state }) => state === "failed").length;
  return (
    <div class="stack">
      {failed > 0 && (
        <div class="row">
          <Button icon={RotateCcw} onClick={() => onReplay(null)}>
            {i18n.t("integrations.replayAll", failed)}
          </Button>
        </div>
      )}
      <table class="log">
        <thead>
          <tr>
            <th>{i18n.t("integrations.what")}</th>
            <th>{i18n.t("integrations.when")}</th>
            <th>{i18n.t("integrations.how")}</th>
            <th class="sr-only">{i18n.t("integrations.replay")}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td>
                {i18n.t(`event.${delivery.event}`)} {delivery.mentionId && <span class="quiet line-cut">{delivery.mentionId}</span>}
              </td>
              <td class="quiet">{timeText(delivery.at)}</td>
              <td data-tone={delivery.state === "failed" ? "danger" : undefined}>{outcomeText(delivery)}</td>
              <td>
                {delivery.state !== "waiting" && (
                  <Button look="quiet" icon={RotateCcw} onClick={() => onReplay(delivery.id)}>
                    {i18n.t("integrations.replay")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How it went so far, and what comes next. */
function outcomeText({ state, problem, status, nextAt, attempts }: Delivery): string {
  if (state === "done") return i18n.t("integrations.done");
  const why = problem === null ? "" : `${i18n.t(`callProblem.${problem}`)}${status === null ? "" : ` (${status})`} `;
  if (state === "failed") return `${why}${i18n.t("integrations.givenUp")}`;
  if (attempts === 0 || nextAt === null) return i18n.t("integrations.waits");
  return `${why}${i18n.t("integrations.again", { time: timeText(nextAt) })}`;
}
