import { UserPlus } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { LevelTerms } from "../../lib/i18n/level-text.ts";
import type { MemberPage } from "../../lib/schema/people.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import type { PeopleActions } from "./actions.ts";
import { PageSteps } from "./page-steps.tsx";
import { PersonRow } from "./person-row.tsx";
import { QueryBar } from "./query-bar.tsx";
import { usePeople } from "./use-people.ts";

export interface PeoplePageProps {
  actions: PeopleActions;
  /** Who looks at the page. */
  me: Member;
  /** What levels may in this community. */
  terms: LevelTerms;
  nowMs: number;
  /** Leads to where one invites; null: they may not. */
  onInvite: (() => void) | null;
  /** Another number whenever this device heard that a member changed. */
  moved?: number;
}

/** Everybody in the community, a page at a time, and what can be done to each. */
export function PeoplePage({ actions, me, terms, nowMs, onInvite, moved = 0 }: PeoplePageProps) {
  const people = usePeople(actions.list, moved);
  const { query, page, problem } = people;
  return (
    <section class="stack people" aria-labelledby="members-title">
      <div class="row">
        <h2 id="members-title" class="grow">
          {i18n.t("members.title")}
        </h2>
        {onInvite && (
          <Button icon={UserPlus} onClick={onInvite}>
            {i18n.t("members.invite")}
          </Button>
        )}
      </div>
      {page?.admins === 1 && can(me, "managePeople") && <Notice>{i18n.t("members.oneAdmin")}</Notice>}
      <QueryBar query={query} onAsk={people.ask} />
      {problem !== null && (
        <Notice tone="danger">
          {askedErrorText(problem)}{" "}
          <button type="button" class="link" onClick={() => void people.load()}>
            {i18n.t("popup.retry")}
          </button>
        </Notice>
      )}
      {page === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      <Live text={page === null ? "" : i18n.t("members.total", page.total)} />
      {page && <Members {...{ actions, me, terms, nowMs, people, page }} />}
    </section>
  );
}

interface MembersProps extends Pick<PeoplePageProps, "actions" | "me" | "terms" | "nowMs"> {
  people: ReturnType<typeof usePeople>;
  page: MemberPage;
}

function Members({ actions, me, terms, nowMs, people, page }: MembersProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const toast = useToast();
  const { list, leaveAt } = useFocusAfter(page);
  return (
    <>
      <p class="quiet">{page.total === 0 ? i18n.t("members.none") : i18n.t("members.total", page.total)}</p>
      <ul ref={list} class="list">
        {page.members.map((member, at) => (
          <li key={member.id}>
            <PersonRow
              {...{ member, actions, terms, toast, me, nowMs, admins: page.admins }}
              isOpen={member.id === openId}
              onToggle={() => setOpenId(member.id === openId ? null : member.id)}
              onChanged={people.put}
              onGone={({ id }) => {
                leaveAt(at);
                people.drop(id);
              }}
            />
          </li>
        ))}
      </ul>
      <PageSteps
        from={people.query.from}
        page={page}
        onGo={(from) => {
          leaveAt(0);
          people.ask({ from });
        }}
      />
      <Toast toast={toast.toast} />
    </>
  );
}

/** When somebody leaves the list, or another page of it comes, the focus is on who stands at that place now, or the one before, or the search. */
function useFocusAfter(page: MemberPage) {
  const list = useRef<HTMLUListElement>(null);
  const place = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at the list as it is after each change of it
  useLayoutEffect(() => {
    if (place.current === null) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(".list-row") ?? [])];
    const next = rows[Math.min(place.current, rows.length - 1)];
    const search = list.current?.closest("section")?.querySelector<HTMLElement>("input");
    place.current = null;
    (next ?? search)?.focus();
  }, [page]);
  const leaveAt = (at: number) => {
    place.current = at;
  };
  return { list, leaveAt };
}
