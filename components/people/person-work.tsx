import { useEffect, useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Invitation, Member } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";
import { useOpened } from "../ui/use-opened.ts";
import { WayIn } from "../ui/way-in.tsx";
import type { PeopleActions } from "./actions.ts";
import { LevelForm } from "./level-form.tsx";
import { PersonButtons, type PersonPart } from "./person-buttons.tsx";
import { nameText } from "./person-facts.ts";
import { usePersonWork, type WorkDeps } from "./use-person-work.ts";
import type { Off } from "./what-is-off.ts";

interface PersonWorkProps extends WorkDeps {
  id: string;
  /** Who looks at the page. */
  me: Member;
  off: Off;
}

/** What can be done to a member, and beside it why something was not done. */
export function PersonWork({ id, me, off, ...deps }: PersonWorkProps) {
  const work = usePersonWork(deps);
  const { opened, setOpened, place } = useOpened<PersonPart>();
  const whyId = useId();
  const close = () => {
    work.forget();
    work.forgetMade();
    setOpened(null);
  };
  const closeAfter = async (done: Promise<boolean>) => {
    if (await done) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape belongs to the form or question inside
    <div id={id} ref={place} class="stack person-work" onKeyDown={({ key }) => key === "Escape" && opened !== null && close()}>
      {opened === null && (
        <PersonButtons
          {...{ off, whyId, me, member: deps.member }}
          onRole={(role) => void work.setRole(role)}
          onPause={() => void work.pause()}
          onResume={() => void work.resume()}
          onOpen={(what) => {
            work.forget();
            setOpened(what);
            if (what === "wayIn") void work.inviteAgain();
          }}
        />
      )}
      {opened !== null && (
        <OpenedPart {...{ opened, work, close, closeAfter, member: deps.member, actions: deps.actions, terms: deps.terms }} />
      )}
      {work.problem !== null && (
        <div role="alert">
          <Notice tone="danger">{work.problem}</Notice>
        </div>
      )}
      {off.why !== null && opened === null && (
        <p id={whyId} class="hint prose">
          {i18n.t(`members.off.${off.why}`)}
        </p>
      )}
    </div>
  );
}

interface OpenedPartProps extends Pick<WorkDeps, "member" | "actions" | "terms"> {
  opened: PersonPart;
  work: ReturnType<typeof usePersonWork>;
  close: () => void;
  closeAfter: (done: Promise<boolean>) => Promise<void>;
}

function OpenedPart({ opened, work, close, closeAfter, member, actions, terms }: OpenedPartProps) {
  const name = nameText(member);
  const off = work.isBusy;
  if (opened === "level") {
    const set = (level: number, reason: string | null) => void closeAfter(work.setLevel(level, reason));
    return <LevelForm {...{ member, terms, off }} onSet={set} onCancel={close} />;
  }
  if (opened === "wayIn") return <BackIn key={work.made?.code} made={work.made} name={name} onCopy={actions.copy} onClose={close} />;
  const isRemoval = opened === "remove";
  return (
    <Question
      key={opened}
      off={off}
      text={isRemoval ? i18n.t("members.removeAsk", { name }) : i18n.t("members.signOutAsk", { name })}
      sure={isRemoval ? i18n.t("members.removeSure", { name }) : i18n.t("members.signOutSure", { name })}
      onSure={() => void closeAfter(isRemoval ? work.remove() : work.signOut())}
      onCancel={close}
    />
  );
}

interface BackInProps {
  made: Invitation | null;
  name: string;
  onCopy: PeopleActions["copy"];
  onClose: () => void;
}

/** The way back in for somebody who lost their devices; closing it forgets it, as it is shown once. */
function BackIn({ made, name, onCopy, onClose }: BackInProps) {
  const way = useRef<HTMLDivElement>(null);
  useEffect(() => way.current?.querySelector<HTMLElement>("button")?.focus(), []);
  return (
    <div ref={way} class="stack">
      {made && (
        <WayIn
          {...{ made, onCopy }}
          label={i18n.t("members.wayInFor", { name })}
          hint={i18n.t("members.wayInHint", { name, time: timeText(made.expiresAt) })}
        />
      )}
      <div class="row">
        <Button look="quiet" onClick={onClose}>
          {i18n.t("ui.close")}
        </Button>
      </div>
    </div>
  );
}
