import { Plus } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { KeywordList, KeywordListHead } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Notice } from "../ui/notice.tsx";
import { KeywordEditor } from "./keyword-editor.tsx";

interface KeywordListsProps {
  lists: readonly KeywordList[];
  mentions: readonly Mention[];
  memory: EditsMemory;
  isOffline: boolean;
  actions: {
    push(args: MessageArgs<"keywords.push">): Promise<KeywordListHead>;
    newId(): string;
    save(name: string, text: string): void;
  };
}

/** The workspace's keyword lists, one of them open. */
export function KeywordLists({ lists, mentions, memory, isOffline, actions }: KeywordListsProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const open = lists.find(({ id }) => id === wanted) ?? lists[0];
  const others = useMemo(() => lists.filter((list) => list !== open), [lists, open]);
  const add = async () => {
    setProblem(null);
    try {
      const { id } = await actions.push({ listId: actions.newId(), name: i18n.t("keywords.newList"), baseVersion: 0, entries: [] });
      setWanted(id);
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
  };
  return (
    <>
      <p class="quiet lead">{i18n.t("keywords.hint")}</p>
      <div class="row list-tabs">
        {lists.length > 1 &&
          lists.map((list) => (
            <button
              key={list.id}
              type="button"
              class="btn list-tab"
              data-look="quiet"
              aria-pressed={list === open}
              onClick={() => setWanted(list.id)}
              dir="auto"
            >
              {list.name} {list.negative && <span class="quiet">{i18n.t("keywords.negativeShort")}</span>}
            </button>
          ))}
        <span class="grow" />
        <Button look="quiet" icon={Plus} onClick={() => void add()}>
          {i18n.t("keywords.addList")}
        </Button>
      </div>
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {open ? (
        <KeywordEditor
          key={open.id}
          list={open}
          others={others}
          mentions={mentions}
          memory={memory}
          isOffline={isOffline}
          push={actions.push}
          newId={actions.newId}
          save={actions.save}
        />
      ) : (
        <p class="quiet">{i18n.t("keywords.noList")}</p>
      )}
    </>
  );
}
