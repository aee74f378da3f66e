import { Bot } from "lucide-preact";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { type Flow, isUnread } from "./flow.ts";

interface ModelDraftProps {
  flow: Flow;
  onAsk: () => void;
  onRead: () => void;
}

/** The way to a draft of a language model, and the mark on one that nobody has read yet. */
export function ModelDraft({ flow, onAsk, onRead }: ModelDraftProps) {
  if (isUnread(flow)) {
    return (
      <div class="model-draft row" role="status">
        <p class="grow">{i18n.t("composer.modelWrote")}</p>
        <Button onClick={onRead}>{i18n.t("composer.modelRead")}</Button>
      </div>
    );
  }
  return (
    <div class="row row-quiet" role="status">
      {flow.busy === "model_draft" ? (
        <span class="quiet">{i18n.t("composer.modelWriting")}</span>
      ) : (
        <Button look="quiet" icon={Bot} off={flow.busy !== null} onClick={onAsk}>
          {i18n.t("composer.askModel")}
        </Button>
      )}
    </div>
  );
}
