import { type ReadonlySignal, signal } from "@preact/signals";
import { i18n } from "#i18n";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import { lease, waitingStatus } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { CardState, MessageArgs, MessageName } from "../../lib/schema/messages.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { type Member, noReplyPolicy, type Workspace } from "../../lib/schema/workspace.ts";
import type { PostedReply } from "../../lib/sites/adapter.ts";
import { badgeState } from "../../lib/state/badge.ts";
import type { Answering } from "../composer/actions.ts";
import { openAnswer } from "../composer/control.ts";
import { exampleMention } from "./example.ts";

export interface Practice {
  readonly answering: Answering;
  /** What stands in the practice page's own reply box. */
  readonly box: ReadonlySignal<string>;
  /** The person presses Post on the practice page. */
  post(): void;
}

type Answers = { readonly [N in MessageName]?: (args: MessageArgs<N>) => Partial<Mention> };

/** Who practises, and the workspace that there is for it. */
function practiceWorkspace(): { me: Member; workspace: Workspace } {
  const me: Member = { id: "you", name: i18n.t("welcome.you"), role: "advocate", level: 1 };
  const workspace: Workspace = {
    id: "practice",
    name: i18n.t("card.title"),
    disclosure: "",
    answering: { ...noReplyPolicy, disclosures: { [i18n.t("ui.language")]: i18n.t("welcome.exampleDisclosure") } },
    triage: defaultTriageSettings,
    calibration: null,
    clock: defaultClock,
  };
  return { me, workspace };
}

/** What becomes of the post by each thing that the member can do. */
function playedAnswers(me: Member, nowMs: () => number): Answers {
  const lent = () => new Date(nowMs() + lease.lengthMs).toISOString();
  const open: Partial<Mention> = { status: "open", claim: null, route: "community" };
  return {
    "claim.take": () => ({ status: "claimed", claim: { holder: me, fence: 1, expiresAt: lent(), renewals: 0 } }),
    "claim.renew": () => ({ claim: { holder: me, fence: 1, expiresAt: lent(), renewals: 1 } }),
    "claim.release": () => open,
    "draft.save": ({ text }) => ({ draft: { text, status: "writing", author: me, updatedAt: new Date(nowMs()).toISOString() } }),
    "reply.posted": ({ text, url, proof }) => ({
      status: "answered",
      claim: null,
      reply: { text, url, proof, author: me, at: new Date(nowMs()).toISOString() },
    }),
    "mention.dismiss": () => ({ status: "dismissed", claim: null }),
    "mention.reopen": () => open,
    "mention.route": ({ route }) => ({ ...open, route, status: waitingStatus(route) }),
  };
}

/** The real card on an invented post: the background's part is played here, and nothing leaves the page. */
export function openPractice(nowMs: () => number, life: AbortSignal): Practice {
  const { me, workspace } = practiceWorkspace();
  const answers = playedAnswers(me, nowMs);
  const box = signal("");
  let mention = exampleMention(nowMs());
  let posted = (_reply: PostedReply) => {};
  const play = async (name: MessageName, args: unknown): Promise<unknown> => {
    const answer = answers[name] as ((args: unknown) => Partial<Mention>) | undefined;
    mention = { ...mention, ...answer?.(args) };
    if (name === "draft.check") return [];
    return name === "card.state" ? cardState(mention, me, workspace, nowMs()) : mention;
  };

  const answering = openAnswer(mention.id, {
    // The table above gives every message that the card sends its reply; the compiler cannot see through the name.
    ask: play as typeof Ask,
    nowMs,
    isVisible: () => true,
    place: async (_card, reply) => {
      box.value = reply;
    },
    watch: () =>
      new Promise((resolve) => {
        posted = resolve;
      }),
    signal: life,
  });
  return {
    answering,
    box,
    post() {
      posted({ url: null, text: box.value });
      box.value = "";
    },
  };
}

function cardState(mention: Mention, me: Member, workspace: Workspace, nowMs: number): CardState {
  const texts = [i18n.t("welcome.exampleAnswer1"), i18n.t("welcome.exampleAnswer2")];
  const [title, word] = [i18n.t("welcome.exampleTitle"), i18n.t("welcome.exampleWord")];
  return {
    mention,
    me,
    workspace,
    isSearching: false,
    suggestions: texts.map((text, at) => ({ source: `practice-${at}`, title, text, words: [word], isFounded: true })),
    languageModel: null,
    others: [],
    unsentDraft: null,
    waiting: 0,
    isOffline: false,
    skewMs: 0,
    badge: badgeState(mention, me, nowMs, 0),
  };
}
