import { ListChecks, Pencil, Send, Trash2 } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Delivery, Integration } from "../../lib/schema/integration.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { IntegrationActions } from "./actions.ts";
import { DeliveryLog } from "./delivery-log.tsx";

interface IntegrationRowProps {
  integration: Integration;
  actions: IntegrationActions;
  server: string;
  onEdit: () => void;
  onRemove: () => void;
  onChanged: () => void;
}

/** How often the log is asked for while something in it has not been tried yet. */
const againMs = 3_000;

/** The log of a connection while it is open, asked for again as long as something in it was not tried yet. */
function useLog(id: string, actions: IntegrationActions, onChanged: () => void) {
  const [log, setLog] = useState<readonly Delivery[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const show = async (work: Promise<Delivery[]>) => {
    setProblem(null);
    try {
      setLog(await work);
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  const isUnderWay = log?.some(({ state, attempts }) => state === "waiting" && attempts === 0) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each answer that still waits
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => void show(actions.log(id)).then(onChanged), againMs);
    return () => clearTimeout(timer);
  }, [isUnderWay, log]);
  return {
    log,
    problem,
    toggle: () => (log === null ? void show(actions.log(id)) : setLog(null)),
    test: () => void show(actions.test(id)).then(onChanged),
    replay: (deliveryId: string | null) => void show(actions.replay(id, deliveryId)).then(onChanged),
  };
}

/** One connection: how it goes, what can be done with it, and its log when it is open. */
export function IntegrationRow({ integration, actions, server, onEdit, onRemove, onChanged }: IntegrationRowProps) {
  const { id, enabled, problem, pausedUntil, hook } = integration;
  const log = useLog(id, actions, onChanged);
  const [sure, setSure] = useState(false);
  return (
    <div class="stack integration">
      <HowItGoes integration={integration} />
      {problem !== null && (
        <Notice tone="danger">
          {i18n.t(`callProblem.${problem}`)} {pausedUntil !== null && i18n.t("integrations.again", { time: timeText(pausedUntil) })}
        </Notice>
      )}
      {hook !== null && (
        <p class="hint hook">
          {i18n.t("integrations.hook")} <code dir="ltr">{`${server}${hook}`}</code>
        </p>
      )}
      <div class="row">
        <Button icon={Send} off={!enabled} onClick={log.test}>
          {i18n.t("integrations.test")}
        </Button>
        <Button icon={ListChecks} look="quiet" onClick={log.toggle}>
          {i18n.t("integrations.log")}
        </Button>
        <Button icon={Pencil} look="quiet" onClick={onEdit}>
          {i18n.t("integrations.edit")}
        </Button>
        <Button icon={Trash2} look={sure ? "danger" : "quiet"} onClick={() => (sure ? onRemove() : setSure(true))}>
          {sure ? i18n.t("integrations.removeSure") : i18n.t("integrations.remove")}
        </Button>
      </div>
      {log.problem !== null && <Notice tone="danger">{log.problem}</Notice>}
      {log.log !== null && <DeliveryLog deliveries={log.log} onReplay={log.replay} />}
    </div>
  );
}

/** Its name and kind, and how much waits or was given up. */
function HowItGoes({ integration: { name, target, enabled, waiting, failed } }: Pick<IntegrationRowProps, "integration">) {
  return (
    <div class="row">
      <span class="grow">
        <span class="strong" dir="auto">
          {name}
        </span>{" "}
        <span class="quiet">
          {i18n.t(`integrations.kind.${target.kind}`)}
          {enabled ? "" : `, ${i18n.t("integrations.off")}`}
        </span>
      </span>
      {waiting > 0 && <span class="quiet">{i18n.t("integrations.waiting", waiting)}</span>}
      {failed > 0 && <span data-tone="danger">{i18n.t("integrations.failed", failed)}</span>}
    </div>
  );
}
