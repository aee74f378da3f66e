import { Check, ChevronDown, CircleAlert, ExternalLink } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { wrongNow, wrongReasons } from "../../lib/schema/second-look.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { PostText } from "../ui/post-text.tsx";
import type { LookActions } from "./actions.ts";
import { OwnWrong } from "./own-wrong.tsx";

export interface SecondLooksProps {
  /** Told whether there are any, once that is known. */
  onSome: (isSome: boolean) => void;
}

/** What waits for the member's second look, and their own answers that were found wrong; nothing where there are none, or no server to ask. */
function useLooks(actions: LookActions, onSome: SecondLooksProps["onSome"]) {
  const [looks, setLooks] = useState<readonly Mention[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the popup opens
  useEffect(() => void actions.list().then(setLooks, () => {}), []);
  const isSome = looks.length > 0;
  useEffect(() => onSome(isSome), [isSome, onSome]);
  /** After a word the next one opens. */
  const said = async (mention: Mention, work: Promise<unknown>) => {
    setProblem(null);
    try {
      await work;
      const left = looks.filter(({ id }) => id !== mention.id);
      setLooks(left);
      setOpenId(left[0]?.id ?? null);
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  return { looks, openId, problem, said, toggle: (id: string) => setOpenId(id === openId ? null : id) };
}

/** Published answers to look at again: first one's own that somebody found wrong, then those of others. */
export function SecondLooks({ actions, onSome }: SecondLooksProps & { actions: LookActions }) {
  const { looks, openId, problem, said, toggle } = useLooks(actions, onSome);
  const own = looks.filter((mention) => wrongNow(mention) !== null);
  const others = looks.filter((mention) => !own.includes(mention));
  const row = (mention: Mention, work: ComponentChildren) => (
    <Row key={mention.id} {...{ mention, work, actions }} isOpen={mention.id === openId} onToggle={() => toggle(mention.id)} />
  );
  const ownWrong = (mention: Mention) => (
    <OwnWrong mention={mention} amend={actions.amendOn(mention.site)} onEnd={(ending) => void said(mention, actions.end(mention, ending))}>
      <Answer {...{ mention, actions }} title={i18n.t("look.yours")} />
    </OwnWrong>
  );
  return (
    <>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {own.length > 0 && (
        <section>
          <h2>{i18n.t("look.own")}</h2>
          <ul class="list">{own.map((mention) => row(mention, ownWrong(mention)))}</ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{i18n.t("look.list")}</h2>
          <ul class="list">{others.map((mention) => row(mention, <Looking {...{ mention, actions, said }} />))}</ul>
        </section>
      )}
    </>
  );
}

interface RowProps extends Pick<WorkProps, "mention" | "actions"> {
  work: ComponentChildren;
  isOpen: boolean;
  onToggle: () => void;
}

function Row({ mention, work, actions, isOpen, onToggle }: RowProps) {
  return (
    <li>
      <button type="button" class="list-row" aria-expanded={isOpen} onClick={onToggle}>
        <span class="grow line-cut" dir="auto">
          <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 80)}
        </span>
        <Icon of={ChevronDown} />
      </button>
      {isOpen && (
        <div class="row-answer stack">
          <PostText mention={mention} onOpenPost={actions.openPost} />
          {work}
        </div>
      )}
    </li>
  );
}

interface WorkProps {
  mention: Mention;
  actions: LookActions;
  said: (mention: Mention, work: Promise<unknown>) => Promise<void>;
}

function Answer({ mention: { reply }, actions, title }: Pick<WorkProps, "mention" | "actions"> & { title: string }) {
  if (!reply) return null;
  const { url } = reply;
  return (
    <div>
      <h3>{title}</h3>
      <p class="post-text kept-text" dir="auto">
        {reply.text}
      </p>
      {url !== null && (
        <Button look="quiet" icon={ExternalLink} onClick={() => actions.openPost(url)}>
          {i18n.t("look.open")}
        </Button>
      )}
    </div>
  );
}

/** A published answer, and what can be said of it; by whom it is does not matter to that. */
function Looking({ mention, actions, said }: WorkProps) {
  const reasons = wrongReasons.map((reason) => ({
    key: reason,
    text: i18n.t(`look.reason.${reason}`),
    onPick: () => void said(mention, actions.say(mention, { verdict: "wrong", reason })),
  }));
  return (
    <section class="stack">
      <Answer {...{ mention, actions }} title={i18n.t("look.answer")} />
      <p class="strong">{i18n.t("look.question")}</p>
      <div class="row">
        <Button look="primary" icon={Check} onClick={() => void said(mention, actions.say(mention, { verdict: "helpful" }))}>
          {i18n.t("look.helpful")}
        </Button>
        <Button onClick={() => void said(mention, actions.say(mention, { verdict: "somewhat" }))}>{i18n.t("look.somewhat")}</Button>
        <Button onClick={() => void said(mention, actions.say(mention, { verdict: "no" }))}>{i18n.t("look.no")}</Button>
        <Menu label={i18n.t("look.wrongWhy")} look="plain" icon={CircleAlert} items={reasons}>
          {i18n.t("look.wrong")}
        </Menu>
      </div>
    </section>
  );
}
