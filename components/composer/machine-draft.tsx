import { Bot } from "lucide-preact";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { type Flow, isUnread } from "./flow.ts";

interface MachineDraftProps {
  flow: Flow;
  onAsk: () => void;
  onRead: () => void;
}

/** The way to a draft of a language model, and the mark on one that nobody has read yet. */
export function MachineDraft({ flow, onAsk, onRead }: MachineDraftProps) {
  if (isUnread(flow)) {
    return (
      <div class="machine row" role="status">
        <p class="grow">{i18n.t("composer.machineWrote")}</p>
        <Button onClick={onRead}>{i18n.t("composer.machineRead")}</Button>
      </div>
    );
  }
  return (
    <div class="row row-quiet" role="status">
      {flow.busy === "machine" ? (
        <span class="quiet">{i18n.t("composer.machineWriting")}</span>
      ) : (
        <Button look="quiet" icon={Bot} off={flow.busy !== null} onClick={onAsk}>
          {i18n.t("composer.machine")}
        </Button>
      )}
    </div>
  );
}
