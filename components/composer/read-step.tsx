import { Headset, Undo2 } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { brakeFor } from "../../lib/schema/brake.ts";
import { ownOpinion } from "../../lib/schema/opinions.ts";
import { can } from "../../lib/schema/roles.ts";
import { Stopped } from "../brake/stopped.tsx";
import { Button } from "../ui/button.tsx";
import { Others } from "../ui/others.tsx";
import { TakeButton } from "../ui/take-button.tsx";
import { Why } from "../ui/why.tsx";
import type { AnswerProps } from "./actions.ts";
import { DismissMenu } from "./dismiss-menu.tsx";
import { HandOver } from "./hand-over.tsx";

const askAgainMs = 10_000;

/** Before anybody answers: why this post, and the three things one can do with it. */
export function ReadStep({ answering }: Pick<AnswerProps, "answering">) {
  const [handing, setHanding] = useState(false);
  const { card, busy } = answering.flow.value;
  const isOffline = card?.isOffline ?? false;
  useAskingAgain(isOffline, answering);
  if (card === null) return null;
  const brake = brakeFor(card.me, card.workspace);
  const isOpen = card.badge.state === "needs_answer" || card.badge.state === "quiet";
  const canTake = isOpen || (card.badge.state === "staff" && can(card.me, "triage"));
  const own = ownOpinion(card.mention);
  if (own && own.wish !== "reopen") {
    return (
      <div class="row">
        <Button look="quiet" icon={Undo2} onClick={() => void answering.withdraw(own.wish)}>
          {i18n.t("opinion.withdraw")}
        </Button>
      </div>
    );
  }
  if (!canTake) return null;
  if (handing) return <HandOver onCancel={() => setHanding(false)} onHand={(note) => void answering.handToStaff(note)} />;
  return (
    <>
      <Why mention={card.mention} />
      <Others people={card.others} />
      {brake && <Stopped brake={brake} />}
      {!brake && <TakeButton isBusy={busy !== null} isOffline={isOffline} onTake={() => void answering.take()} />}
      <div class="row row-quiet">
        <DismissMenu onPick={(reason) => void answering.dismiss(reason)} />
        {isOpen && (
          <Button look="quiet" icon={Headset} onClick={() => setHanding(true)}>
            {i18n.t("answer.handOver")}
          </Button>
        )}
      </div>
    </>
  );
}

/** While there is no connection it is asked again and again: nobody tells a card when it is back. */
function useAskingAgain(isOffline: boolean, answering: AnswerProps["answering"]): void {
  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(() => void answering.refresh(), askAgainMs);
    return () => clearInterval(timer);
  }, [isOffline, answering]);
}
