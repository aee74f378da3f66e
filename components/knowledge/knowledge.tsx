import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { KnowledgeActions } from "./actions.ts";
import { ImportItems } from "./import-items.tsx";
import { ItemForm } from "./item-form.tsx";

interface KnowledgeProps {
  items: readonly KnowledgeItem[];
  actions: KnowledgeActions;
}

/** Rows drawn at once; the rest on request. */
const pageSize = 100;

type Said = { readonly text: string; readonly tone: "mine" | "danger"; readonly undo?: KnowledgeItem };

function matches({ title, answer, topics }: KnowledgeItem, filter: string): boolean {
  return [title, answer, ...topics].some((text) => text.toLowerCase().includes(filter));
}

/** What is done to the answers on record, one thing at a time, and what came of it. */
function useSaving(actions: KnowledgeActions, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const run = async (work: () => Promise<unknown>, done: Said): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      setSaid(done);
      onDone();
      return true;
    } catch (thrown) {
      setSaid({ text: askedErrorText(errorCode(thrown)), tone: "danger" });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    said,
    save: (saved: readonly KnowledgeItem[]) => run(() => actions.saveItems(saved), { text: i18n.t("knowledge.saved"), tone: "mine" }),
    remove: (item: KnowledgeItem) =>
      run(() => actions.removeItem(item.id), { text: i18n.t("knowledge.removed", { title: item.title }), tone: "mine", undo: item }),
  };
}

/** The answers on record: find, add, change, remove, import. */
export function Knowledge({ items, actions }: KnowledgeProps) {
  const [added, setAdded] = useState<KnowledgeItem | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const saving = useSaving(actions, () => {
    setOpenId(null);
    setAdded(null);
  });
  const { busy, said, save } = saving;
  const { undo } = said ?? {};
  const lang = items[0]?.lang ?? "en";
  const add = () => setAdded({ id: actions.newId(), lang, title: "", topics: [], answer: "", link: null });
  return (
    <div class="stack knowledge">
      <p class="quiet lead">{i18n.t("knowledge.hint")}</p>
      <div class="row">
        <Button look="primary" icon={Plus} onClick={add}>
          {i18n.t("knowledge.add")}
        </Button>
        <ImportItems items={items} lang={lang} newId={actions.newId} onItems={save} onSave={actions.save} />
      </div>
      <div role="status">
        {said && (
          <Notice tone={said.tone} onUndo={undo && (() => void save([undo]))}>
            {said.text}
          </Notice>
        )}
      </div>
      {added && <ItemForm item={added} busy={busy} onSave={(item) => void save([item])} onCancel={() => setAdded(null)} />}
      <Items items={items} saving={saving} openId={openId} onOpen={setOpenId} />
    </div>
  );
}

interface ItemsProps {
  items: readonly KnowledgeItem[];
  saving: ReturnType<typeof useSaving>;
  openId: string | null;
  onOpen: (itemId: string | null) => void;
}

/** Those that are looked for; one of them may be open. */
function Items({ items, saving, openId, onOpen }: ItemsProps) {
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState(pageSize);
  const found = items.filter((item) => matches(item, filter.trim().toLowerCase()));
  return (
    <>
      {items.length > 0 && <Field label={i18n.t("knowledge.filter")} value={filter} onInput={setFilter} />}
      {found.length === 0 && <p class="quiet">{items.length === 0 ? i18n.t("knowledge.none") : i18n.t("knowledge.noneFound")}</p>}
      <ul class="list">
        {found.slice(0, shown).map((item) => (
          <Item key={item.id} item={item} saving={saving} isOpen={item.id === openId} onOpen={onOpen} />
        ))}
      </ul>
      {found.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + pageSize)}>
          {i18n.t("ui.moreRows", found.length - shown)}
        </Button>
      )}
    </>
  );
}

function Item({ item, saving, isOpen, onOpen }: Pick<ItemsProps, "saving" | "onOpen"> & { item: KnowledgeItem; isOpen: boolean }) {
  return (
    <li>
      <button type="button" class="list-row" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : item.id)}>
        <span class="grow line-cut" dir="auto">
          <span class="strong">{item.title}</span> <span class="quiet">{oneLine(item.answer, 120)}</span>
        </span>
        <span class="quiet">{item.lang}</span>
      </button>
      {isOpen && (
        <ItemForm
          item={item}
          busy={saving.busy}
          onSave={(edited) => void saving.save([edited])}
          onRemove={() => void saving.remove(item)}
          onCancel={() => onOpen(null)}
        />
      )}
    </li>
  );
}
