import { Plus } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { KeywordList, KeywordListHead } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Toast, useToast } from "../ui/toast.tsx";
import type { VersionActions } from "./actions.ts";
import { KeywordEditor } from "./keyword-editor.tsx";
import type { ListScoring } from "./many-bench.tsx";
import { useNewLists } from "./new-lists.ts";
import { nameOf } from "./use-list-edits.ts";

interface KeywordListsProps {
  /** Those that the workspace has, as every device finds posts by them. */
  lists: readonly KeywordList[];
  mentions: readonly Mention[];
  scoring: ListScoring;
  memory: EditsMemory;
  isOffline: boolean;
  actions: {
    push(args: MessageArgs<"keywords.push">): Promise<KeywordListHead>;
    removeList(args: MessageArgs<"keywords.remove">): Promise<KeywordListHead>;
    readonly versions: VersionActions;
    newId(): string;
    save(name: string, text: string): void;
  };
}

/** The workspace's keyword lists and those begun here, one of them open. */
export function KeywordLists({ lists: live, mentions, scoring, memory, isOffline, actions }: KeywordListsProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const begun = useNewLists(memory, live);
  const { toast, remove } = useRemoval({ begun, memory, actions, onBack: setWanted });
  const all = [...live, ...begun.lists];
  const open = all.find(({ id }) => id === wanted) ?? all[0];
  const others = useMemo(() => live.filter((list) => list !== open), [live, open]);
  const add = () => {
    const id = actions.newId();
    begun.begin(id, i18n.t("keywords.newList"));
    setWanted(id);
  };
  return (
    <>
      <p class="quiet lead">{i18n.t("keywords.hint")}</p>
      <div class="row list-tabs">
        {all.length > 1 &&
          all.map((list) => <ListTab key={list.id} list={list} isOpen={list === open} onOpen={() => setWanted(list.id)} />)}
        <span class="grow" />
        <Button look="quiet" icon={Plus} onClick={add}>
          {i18n.t("keywords.addList")}
        </Button>
      </div>
      <div class="list-toast">
        <Toast toast={toast} />
      </div>
      {open ? (
        <KeywordEditor
          key={open.id}
          {...{ ...actions, others, mentions, scoring, memory, isOffline }}
          list={open}
          onRemove={() => remove(open)}
        />
      ) : (
        <p class="quiet">{i18n.t("keywords.noList")}</p>
      )}
    </>
  );
}

function ListTab({ list, isOpen, onOpen }: { list: KeywordList; isOpen: boolean; onOpen: () => void }) {
  return (
    <button type="button" class="btn list-tab" data-look="quiet" aria-pressed={isOpen} onClick={onOpen} dir="auto">
      {list.name} {list.negative && <span class="quiet">{i18n.t("keywords.negativeShort")}</span>}
      {list.version === 0 && <span class="quiet">{i18n.t("keywords.notLiveShort")}</span>}
    </button>
  );
}

interface Removal extends Pick<KeywordListsProps, "memory" | "actions"> {
  begun: ReturnType<typeof useNewLists>;
  /** A list that was taken out is there again. */
  onBack: (listId: string) => void;
}

/** Takes a list out, and says how to take that back: one that was never pushed from here, any other from the workspace. */
function useRemoval({ begun, memory, actions, onBack }: Removal) {
  const { toast, say, run, back } = useToast();
  const removeNew = (list: KeywordList) => {
    const edits = memory.load(nameOf(list)) as object | null;
    memory.save(nameOf(list), null);
    begun.drop(list.id);
    const bringBack = async () => {
      memory.save(nameOf(list), edits);
      begun.bringBack(list);
      onBack(list.id);
    };
    say({ text: i18n.t("keywords.deleted", { name: list.name }), undo: back(bringBack) });
  };
  const removeLive = async ({ id, name, negative = false, entries, version }: KeywordList) => {
    let gone = version;
    const bringBack = async () => {
      await actions.push({ listId: id, name, negative, entries, baseVersion: gone });
      onBack(id);
    };
    const removed = actions.removeList({ listId: id, baseVersion: version }).then((head) => {
      gone = head.version;
    });
    await run(removed, { text: i18n.t("keywords.deleted", { name }), undo: back(bringBack) }, askedErrorText);
  };
  return { toast, remove: (list: KeywordList) => (list.version === 0 ? removeNew(list) : void removeLive(list)) };
}
