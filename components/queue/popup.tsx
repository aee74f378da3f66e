import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageReply, Session } from "../../lib/schema/messages.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { reviewsFor } from "../../lib/state/reviews.ts";
import { heldBy, nextForMember, othersAt, patienceOf, waits } from "../../lib/state/selectors.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { leaveText } from "../composer/leave-text.ts";
import type { Leave } from "../composer/leaving.ts";
import { Notice } from "../ui/notice.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import { AddPost, type AddPostActions } from "./add-post.tsx";
import { Join } from "./join.tsx";
import { NextCard } from "./next-card.tsx";
import { PopupHead } from "./popup-head.tsx";
import { PutOffNote } from "./put-off-note.tsx";
import { SetAsideList } from "./set-aside-list.tsx";
import { type AnsweringProps, Yours } from "./yours.tsx";

export interface ReviewsProps {
  /** Whose drafts wait for the member's word, next first. */
  mentions: readonly Mention[];
}

export interface PopupActions extends AddPostActions {
  Reviews: ComponentType<ReviewsProps>;
  /** Takes the post; true when its page was opened to answer there. Rejects with why not. */
  take(mention: Mention): Promise<boolean>;
  Answering: ComponentType<AnsweringProps>;
  /** Undoes a letting go. Rejects with why not. */
  takeBack(leave: Leave, mentionId: string): Promise<void>;
  openPage(page: "welcome" | "admin"): void;
  /** Must be called from the click itself. */
  openPanel(): void;
  sync(): void;
  retry(operationId: string): void;
  discard(operationId: string): void;
}

/** The whole popup. */
export function Popup({ state, actions }: { state: PersonalState; actions: PopupActions }) {
  const session = state.session.value;
  if (session === null) return null;
  if (!session.consented || session.member === null) return <Join onJoin={() => actions.openPage("welcome")} />;
  return <Joined state={state} actions={actions} session={session} member={session.member} />;
}

function Joined({ state, actions, session, member }: { state: PersonalState; actions: PopupActions; session: Session; member: Member }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<Mention | null>(null);
  const { toast, say, back } = useToast();
  const nowMs = state.nowMs.value;
  const outbox = state.outbox.value;
  // What the member just added is what they came for.
  const fresh = state.mentions.value.find(({ id }) => id === added?.id) ?? added;
  const next = fresh && waits(fresh, member, nowMs) ? fresh : nextForMember(state.mentions.value, member, nowMs, patienceOf(session));
  const yours = heldBy(state.mentions.value, member.id);
  const reviews = reviewsFor(state.mentions.value, member);

  const take = async (mention: Mention) => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await actions.take(mention))) setOpenId(mention.id);
      setAdded(null);
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
    setBusy(false);
  };

  const onLeave = (leave: Leave, mentionId: string) =>
    say({ text: leaveText(leave), undo: back(() => actions.takeBack(leave, mentionId)) });

  const onAdded = ({ mention, isNew }: MessageReply<"post.add">) => {
    setAdding(false);
    say({ text: i18n.t(isNew ? "addPost.added" : "addPost.known") });
    setAdded(mention);
  };

  return (
    <>
      <PopupHead name={session.workspace?.name ?? ""} member={member} outbox={outbox} actions={actions} onAdd={() => setAdding(true)} />
      <Toast toast={toast} />
      <main>
        {outbox.problem === "server_unreachable" && <Notice>{i18n.t("popup.offline")}</Notice>}
        {problem !== null && <Notice tone="danger">{errorText(problem)}</Notice>}
        {adding && <AddPost addPost={actions.addPost} onAdded={onAdded} onClose={() => setAdding(false)} />}
        <PutOffNote untilMs={outbox.putOffMs} nowMs={nowMs} />
        {outbox.setAside.length > 0 && (
          <section>
            <h2>{i18n.t("popup.waitingSection")}</h2>
            <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />
          </section>
        )}
        {next && (
          <section>
            <h2>{i18n.t("popup.next")}</h2>
            <NextCard
              mention={next}
              nowMs={nowMs}
              others={othersAt(state.presence.value, next.id, member.id, nowMs)}
              busy={busy}
              onTake={() => void take(next)}
            />
          </section>
        )}
        {yours.length > 0 && (
          <section>
            <h2>{i18n.t("popup.yours")}</h2>
            <Yours
              mentions={yours}
              nowMs={nowMs}
              waiting={outbox.waiting}
              openId={openId}
              onToggle={(id) => setOpenId(id === openId ? null : id)}
              Answering={actions.Answering}
              onLeave={onLeave}
            />
          </section>
        )}
        {reviews.length > 0 && <actions.Reviews mentions={reviews} />}
        {!next && !adding && yours.length === 0 && reviews.length === 0 && <p class="empty quiet">{i18n.t("popup.empty")}</p>}
      </main>
    </>
  );
}
