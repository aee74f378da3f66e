import type { Away } from "../../lib/schema/profile.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { OnBreak } from "../break/on-break.tsx";
import { useBreak } from "../break/use-break.tsx";
import { KeptTexts } from "../composer/kept-texts.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import type { PopupActions } from "./actions.ts";
import { PopupHead } from "./popup-head.tsx";

interface PopupOnBreakProps {
  workspace: Workspace | null;
  member: Member;
  away: Away;
  state: PersonalState;
  actions: PopupActions;
}

/** The popup of who takes a break: the way back, and words of theirs that nobody published. */
export function PopupOnBreak({ workspace, member, away, state, actions }: PopupOnBreakProps) {
  const { toast, run } = useToast();
  const outbox = state.outbox.value;
  const { comeBack } = useBreak(actions.breaks, 0, run);
  return (
    <>
      <PopupHead {...{ workspace, member, outbox, actions }} />
      <Toast toast={toast} />
      <main>
        <OnBreak away={away} onBack={comeBack} />
        <KeptTexts kept={outbox.kept ?? []} mentions={state.mentions.value} onDrop={({ mentionId }) => void actions.dropText(mentionId)} />
      </main>
    </>
  );
}
