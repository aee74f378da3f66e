import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { brakeFor } from "../../lib/schema/brake.ts";
import { levelsOf } from "../../lib/schema/level-rules.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageReply, Session } from "../../lib/schema/messages.ts";
import { takesBreak } from "../../lib/schema/profile.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { reviewsFor } from "../../lib/state/reviews.ts";
import { approvedOf, heldBy, memberOf, offersFor, othersAt, patienceOf, roomFor, waits } from "../../lib/state/selectors.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import type { KeptText } from "../../lib/store/kept.ts";
import { LastAlert } from "../alerts/last-alert.tsx";
import { NothingNow } from "../alerts/nothing-now.tsx";
import { Stopped } from "../brake/stopped.tsx";
import { useBreak } from "../break/use-break.tsx";
import { KeptTexts } from "../composer/kept-texts.tsx";
import { leaveText } from "../composer/leave-text.ts";
import type { Leave } from "../composer/leaving.ts";
import { thanksText } from "../composer/thanks-text.ts";
import { NewBadge } from "../game/new-badge.tsx";
import { OwnProposals } from "../knowledge/own-proposals.tsx";
import { Button } from "../ui/button.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import { Notice } from "../ui/notice.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import type { PopupActions } from "./actions.ts";
import { AddPost } from "./add-post.tsx";
import { Approved, FinishFirst } from "./first-things.tsx";
import { NextForYou } from "./next-for-you.tsx";
import { NoPosts } from "./no-posts.tsx";
import { PopupHead } from "./popup-head.tsx";
import { PopupOnBreak } from "./popup-on-break.tsx";
import { PutOffNote } from "./put-off-note.tsx";
import { SetAsideList } from "./set-aside-list.tsx";
import { useOneThing } from "./use-doing.ts";
import { WaitingHere } from "./waiting-here.tsx";
import { Yours } from "./yours.tsx";

interface PopupProps {
  state: PersonalState;
  actions: PopupActions;
  /** What the member reads as the browser says, as primary tags. */
  languages: readonly string[];
}

/** The whole popup. */
export function Popup({ state, actions, languages }: PopupProps) {
  const session = state.session.value;
  if (session === null) return null;
  const member = memberOf(session);
  if (!session.consented || member === null) {
    return (
      <NotJoined session={session} left={state.left.value} why={i18n.t("popup.join")} onJoin={() => actions.openPage("welcome")}>
        <KeptTexts kept={state.outbox.value.kept ?? []} mentions={[]} onDrop={({ mentionId }) => void actions.dropText(mentionId)} />
      </NotJoined>
    );
  }
  if (!can(member, "answer")) return <NoPosts workspace={session.workspace} outbox={state.outbox.value} {...{ member, actions }} />;
  const away = takesBreak(member, state.nowMs.value) ? member.profile?.away : null;
  if (away) return <PopupOnBreak workspace={session.workspace} {...{ member, away, state, actions }} />;
  return <Joined {...{ state, actions, session, member }} languages={session.languages ?? languages} />;
}

/** What of the posts on this device is this member's matter. */
function matters(mentions: readonly Mention[], session: Session, member: Member, nowMs: number, languages: readonly string[]) {
  const levels = levelsOf(session.workspace);
  return {
    offers: offersFor(mentions, member, nowMs, patienceOf(session), languages),
    yours: heldBy(mentions, member.id),
    approved: approvedOf(mentions, member),
    reviews: reviewsFor(mentions, member, levels),
    hasRoom: roomFor(mentions, member, levels, nowMs) > 0,
  };
}

type JoinedProps = PopupProps & { session: Session; member: Member };

/** What the member does in the popup: each thing says what came of it and how to take it back. */
function usePopup({ state, actions }: JoinedProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<Mention | null>(null);
  const [posted, setPosted] = useState(0);
  const { toast, say, run, back } = useToast();
  const { isBusy, problem, doing } = useOneThing();
  return {
    ...{ openId, adding, setAdding, posted, toast, run, isBusy, problem },
    /** What was added here, as it is now: it may have moved on since. */
    added: state.mentions.value.find(({ id }) => id === added?.id) ?? added,
    toggle: (id: string) => setOpenId(id === openId ? null : id),
    goTo: (way: PopupActions["take"]) => (mention: Mention) =>
      void doing(async () => {
        if (!(await way(mention))) setOpenId(mention.id);
        setAdded(null);
      }),
    pass: ({ id }: Mention) =>
      void run(actions.pass(id, true), { text: i18n.t("popup.passedOn"), undo: back(() => actions.pass(id, false)) }),
    onLeave: (leave: Leave, mentionId: string) => say({ text: leaveText(leave), undo: back(() => actions.takeBack(leave, mentionId)) }),
    onPosted(mention: Mention) {
      say({ text: thanksText(mention) });
      setPosted(posted + 1);
    },
    onDrop(text: KeptText) {
      void actions.dropText(text.mentionId);
      say({ text: i18n.t("answer.thrownAway"), undo: back(async () => void (await actions.keepText(text))) });
    },
    onRefusing: (work: Promise<unknown>, undo: () => Promise<unknown>) =>
      void run(work.then(), { text: i18n.t("alerts.refused"), undo: back(async () => void (await undo())) }),
    onAdded({ mention, isNew }: MessageReply<"post.add">) {
      setAdding(false);
      say({ text: i18n.t(isNew ? "addPost.added" : "addPost.known") });
      setAdded(mention);
    },
  };
}

type PartProps = JoinedProps & { popup: ReturnType<typeof usePopup>; mine: ReturnType<typeof matters> };

function Joined(props: JoinedProps) {
  const { state, actions, languages, session, member } = props;
  const popup = usePopup(props);
  const brake = brakeFor(member, session.workspace);
  const { problem, adding, setAdding } = popup;
  const outbox = state.outbox.value;
  const mine = matters(state.mentions.value, session, member, state.nowMs.value, languages);
  const { offers, yours, reviews } = mine;
  const { wantBreak, question } = useBreak(actions.breaks, yours.length, popup.run);
  const kept = (outbox.kept ?? []).filter(({ mentionId }) => !yours.some(({ id }) => id === mentionId));
  const [looks, setLooks] = useState(false);
  const isEmpty = !looks && offers.own.length + offers.others.length + yours.length + reviews.length + kept.length === 0;
  return (
    <>
      <PopupHead workspace={session.workspace} {...{ member, outbox, actions }} onAdd={() => setAdding(true)} onBreak={wantBreak} />
      <Toast toast={popup.toast} />
      <main>
        {outbox.problem === "server_unreachable" && <Notice>{i18n.t("popup.offline")}</Notice>}
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {question}
        {adding && <AddPost addPost={actions.addPost} onAdded={popup.onAdded} onClose={() => setAdding(false)} />}
        <Notes {...props} popup={popup} />
        {outbox.setAside.length > 0 && (
          <section>
            <h2>{i18n.t("popup.waitingSection")}</h2>
            <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />
          </section>
        )}
        {brake ? <Stopped brake={brake} /> : <Next {...props} popup={popup} mine={mine} />}
        {(yours.length > 0 || kept.length > 0) && <Own {...props} popup={popup} mine={mine} kept={kept} />}
        {reviews.length > 0 && <actions.Reviews mentions={reviews} />}
        <actions.SecondLooks onSome={setLooks} />
        <OwnProposals proposals={member.profile?.proposals ?? []} nowMs={state.nowMs.value} />
        {isEmpty && !adding && <Empty {...props} popup={popup} />}
      </main>
    </>
  );
}

/** What the member is told once, or for a while. */
function Notes({ state, actions, member, popup }: Pick<PartProps, "state" | "actions" | "member" | "popup">) {
  return (
    <>
      {member.profile?.alerts && <LastAlert actions={actions.alerts} choices={member.profile.alerts} onRefusing={popup.onRefusing} />}
      <NewBadge
        badges={member.profile?.newBadges ?? []}
        onKnow={(badge) => void popup.run(actions.badges.know([badge]).then(), null)}
        onSee={() => actions.openPage("you")}
      />
      <PutOffNote untilMs={state.outbox.value.putOffMs} nowMs={state.nowMs.value} />
    </>
  );
}

/** What to do next: place what was approved, take a post, or finish first what one has. */
function Next({ state, actions, member, popup, mine }: PartProps) {
  const { approved, hasRoom, offers, yours } = mine;
  const { posted, added, isBusy, goTo, pass } = popup;
  const nowMs = state.nowMs.value;
  const card = useRef<HTMLElement>(null);
  const [isBrowsing, setBrowsing] = useState(false);
  const doings = {
    ...{ nowMs, isBusy, onTake: goTo(actions.take), onPass: pass },
    isOffline: state.outbox.value.problem === "server_unreachable",
    peopleAt: (id: string) => othersAt(state.presence.value, id, member.id, nowMs),
  };
  // The row that had the focus is gone; what comes next is where to go on.
  useEffect(() => {
    if (posted > 0) card.current?.focus();
  }, [posted]);
  return (
    <>
      {approved.length > 0 && <Approved mentions={approved} onGoOn={goTo(actions.goOn)} />}
      {hasRoom && isBrowsing && (
        <WaitingHere
          {...{ member, ...doings }}
          onRead={actions.held}
          moved={state.mentions.value}
          patienceMinutes={patienceOf(state.session.value)}
          onClose={() => setBrowsing(false)}
        />
      )}
      {hasRoom && !isBrowsing && (
        <NextForYou
          {...{ offers, ...doings }}
          added={added && waits(added, member, nowMs) ? added : null}
          cardRef={card}
          onBrowse={() => setBrowsing(true)}
        />
      )}
      {!hasRoom && approved.length === 0 && <FinishFirst mentions={yours} onGoOn={goTo(actions.goOn)} />}
    </>
  );
}

/** The posts that the member holds, and words of theirs that are kept of others. */
function Own({ state, actions, popup, mine, kept }: PartProps & { kept: readonly KeptText[] }) {
  const { openId, toggle, onLeave, onPosted, onDrop } = popup;
  return (
    <section>
      <h2>{i18n.t("popup.yours")}</h2>
      <Yours
        {...{ openId, onLeave, onPosted }}
        mentions={mine.yours}
        nowMs={state.nowMs.value}
        waiting={state.outbox.value.waiting}
        onToggle={toggle}
        Answering={actions.Answering}
      />
      <KeptTexts kept={kept} mentions={state.mentions.value} onDrop={onDrop} />
    </section>
  );
}

/** Nothing waits, but perhaps what the member passed on. */
function Empty({ state, actions, member, popup }: Pick<PartProps, "state" | "actions" | "member" | "popup">) {
  const passed = state.passed.value;
  return (
    <div class="empty quiet">
      <NothingNow
        actions={actions.alerts}
        choices={member.profile?.alerts}
        onWanting={(work) => void popup.run(work.then(), { text: i18n.t("settings.saved") })}
      />
      {passed > 0 && (
        <Button look="quiet" onClick={actions.offerAgain}>
          {i18n.t("popup.offerAgain", passed)}
        </Button>
      )}
    </div>
  );
}
