import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Session } from "../../lib/schema/messages.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { Button } from "../ui/button.tsx";
import { Mark } from "../ui/mark.tsx";
import { Notice } from "../ui/notice.tsx";
import type { WelcomeActions } from "./actions.ts";
import { JoinForm } from "./join-form.tsx";
import { PracticePage } from "./practice-page.tsx";
import { WhatLeaves } from "./what-leaves.tsx";
import { WhatPage } from "./what-page.tsx";

interface WelcomeProps {
  state: Pick<StoreState, "session" | "left">;
  actions: WelcomeActions;
  clock: () => number;
}

const steps = 3;

/** Three screens: what it does, what leaves the browser and joining, a practice post. */
export function Welcome({ state, actions, clock }: WelcomeProps) {
  const session = state.session.value;
  const left = state.left.value;
  const [step, setStep] = useState(session?.member ? 2 : 1);
  if (session === null) return null;
  return (
    <main class="welcome">
      <header class="row">
        <Mark size={28} />
        <span class="strong grow">{i18n.t("card.title")}</span>
        <span class="quiet">{i18n.t("welcome.step", { step, total: steps })}</span>
      </header>
      <div role="status">{left !== null && <Notice>{i18n.t("popup.left", { workspace: left })}</Notice>}</div>
      {step === 1 && <WhatPage clock={clock} />}
      {step === 2 && (
        <>
          <WhatLeaves clock={clock} />
          {session.member === null ? (
            <JoinForm sharing={session.consented ? session.sharing : null} onJoin={actions.join} whose={actions.whose} />
          ) : (
            <Joined session={session} onSettings={actions.openSettings} />
          )}
        </>
      )}
      {step === 3 && (
        <section class="stack">
          <h1>{i18n.t("welcome.practice")}</h1>
          <p class="lead">{i18n.t("welcome.practiceText")}</p>
          <PracticePage clock={clock} />
        </section>
      )}
      <footer class="row welcome-foot">
        {step > 1 && <Button onClick={() => setStep(step - 1)}>{i18n.t("welcome.back")}</Button>}
        <span class="grow" />
        {step < steps && (
          <Button look={step === 1 || session.member !== null ? "primary" : "plain"} onClick={() => setStep(step + 1)}>
            {step === 1 ? i18n.t("welcome.next") : i18n.t("welcome.start")}
          </Button>
        )}
      </footer>
    </main>
  );
}

/** In place of the form, once somebody joined. */
function Joined({ session, onSettings }: { session: Session; onSettings: () => void }) {
  const names = { name: session.member?.name ?? "", workspace: session.workspace?.name ?? "" };
  return (
    <section class="stack join-form">
      <Notice tone="mine">
        <CommunityMark mark={session.workspace?.brand?.mark} /> <span class="strong">{i18n.t("welcome.joined", names)}</span>{" "}
        {i18n.t("welcome.joinedHint")}
      </Notice>
      <div class="row">
        <Button look="quiet" onClick={onSettings}>
          {i18n.t("popup.settings")}
        </Button>
      </div>
    </section>
  );
}
