import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "./button.tsx";

interface TakeButtonProps {
  isBusy: boolean;
  /** The server could not be reached: who takes a post is its word alone. */
  isOffline: boolean;
  onTake: () => void;
}

/** "I'll answer", wherever a post can be taken; without a connection it is off and says so. */
export function TakeButton({ isBusy, isOffline, onTake }: TakeButtonProps) {
  const id = useId();
  return (
    <div class="stack take">
      <div class="row">
        <Button look="primary" off={isBusy || isOffline} onClick={onTake} describedBy={isOffline ? id : undefined}>
          {i18n.t("answer.take")}
        </Button>
      </div>
      {isOffline && (
        <p id={id} class="quiet">
          {i18n.t("offline.take")}
        </p>
      )}
    </div>
  );
}
