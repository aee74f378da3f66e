import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Session } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { Mark } from "../ui/mark.tsx";
import { JoinForm } from "./join-form.tsx";
import { PracticePage } from "./practice-page.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { WhatLeaves } from "./what-leaves.tsx";
import { WhatPage } from "./what-page.tsx";

export interface WelcomeActions {
  /** Agrees with this choice, then joins. Rejects with why not. */
  join(sharing: Session["sharing"], invitation: string, name: string): Promise<Session>;
  choose(sharing: Session["sharing"]): Promise<Session>;
  leave(): Promise<Session>;
}

interface WelcomeProps {
  /** Who this device is when the page opens. */
  session: Session;
  actions: WelcomeActions;
  clock: () => number;
}

const steps = 3;

/** Three screens: what it does, what leaves the browser and joining, a practice post. */
export function Welcome({ session: first, actions, clock }: WelcomeProps) {
  const [session, setSession] = useState(first);
  const [step, setStep] = useState(first.member === null ? 1 : 2);
  return (
    <main class="welcome">
      <header class="row">
        <Mark size={28} />
        <span class="strong grow">{i18n.t("card.title")}</span>
        <span class="quiet">{i18n.t("welcome.step", { step, total: steps })}</span>
      </header>
      {step === 1 && <WhatPage clock={clock} />}
      {step === 2 && (
        <>
          <WhatLeaves clock={clock} />
          {session.member === null ? (
            <JoinForm sharing={session.consented ? session.sharing : null} onJoin={actions.join} onJoined={setSession} />
          ) : (
            <SettingsForm session={session} actions={actions} onSession={setSession} />
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
