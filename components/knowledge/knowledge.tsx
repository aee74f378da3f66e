import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { ItemFigures } from "../../lib/schema/item-figures.ts";
import { isPast } from "../../lib/schema/validity.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { KnowledgeActions } from "./actions.ts";
import { AskedOftenList } from "./asked-often-list.tsx";
import { ImportItems } from "./import-items.tsx";
import { ItemForm } from "./item-form.tsx";
import { type ItemOrder, itemOrders, sortedItems } from "./item-order.ts";
import { Proposals } from "./proposals.tsx";
import { useFigures } from "./use-figures.ts";
import { usedText, validityText } from "./used-text.ts";

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
  const figures = useFigures(actions, items);
  const { busy, said, save } = saving;
  const { undo } = said ?? {};
  const lang = items[0]?.lang ?? "en";
  const begin = (parts: Partial<KnowledgeItem>) =>
    setAdded({ id: actions.newId(), lang, title: "", topics: [], answer: "", link: null, ...parts });
  return (
    <div class="stack knowledge">
      <p class="quiet lead">{i18n.t("knowledge.hint")}</p>
      <div class="row">
        <Button look="primary" icon={Plus} onClick={() => begin({})}>
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
      {added && <ItemForm key={added.id} item={added} busy={busy} onSave={(item) => void save([item])} onCancel={() => setAdded(null)} />}
      <Proposals actions={actions.proposals} newId={actions.newId} />
      <AskedOftenList
        items={items}
        read={actions.readUnassisted}
        onWrite={(asked) => begin({ lang: asked.lang, title: asked.words.join(" "), topics: [...asked.words] })}
      />
      <Items items={items} figures={figures} saving={saving} openId={openId} onOpen={setOpenId} />
    </div>
  );
}

interface ItemsProps {
  items: readonly KnowledgeItem[];
  figures: ReadonlyMap<string, ItemFigures>;
  saving: ReturnType<typeof useSaving>;
  openId: string | null;
  onOpen: (itemId: string | null) => void;
}

/** Those that are looked for; one of them may be open. */
function Items({ items, figures, saving, openId, onOpen }: ItemsProps) {
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState(pageSize);
  const [order, setOrder] = useState<ItemOrder>("title");
  const fitting = items.filter((item) => matches(item, filter.trim().toLowerCase()));
  const found = sortedItems(fitting, figures, order);
  return (
    <>
      {items.length > 0 && <Finding {...{ filter, order }} onFilter={setFilter} onOrder={setOrder} />}
      {found.length === 0 && <p class="quiet">{items.length === 0 ? i18n.t("knowledge.none") : i18n.t("knowledge.noneFound")}</p>}
      <ul class="list">
        {found.slice(0, shown).map((item) => (
          <Item key={item.id} item={item} figures={figures.get(item.id)} saving={saving} isOpen={item.id === openId} onOpen={onOpen} />
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

interface FindingProps {
  filter: string;
  order: ItemOrder;
  onFilter: (filter: string) => void;
  onOrder: (order: ItemOrder) => void;
}

function Finding({ filter, order, onFilter, onOrder }: FindingProps) {
  return (
    <div class="row">
      <div class="grow">
        <Field label={i18n.t("knowledge.filter")} value={filter} onInput={onFilter} />
      </div>
      <SelectField
        label={i18n.t("knowledge.sort")}
        value={order}
        options={itemOrders.map((each) => [each, i18n.t(`knowledge.order.${each}`)] as const)}
        onPick={(picked) => onOrder(picked as ItemOrder)}
      />
    </div>
  );
}

interface ItemProps extends Pick<ItemsProps, "saving" | "onOpen"> {
  item: KnowledgeItem;
  figures: ItemFigures | undefined;
  isOpen: boolean;
}

function Item({ item, figures, saving, isOpen, onOpen }: ItemProps) {
  return (
    <li>
      <button type="button" class="list-row" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : item.id)}>
        <span class="grow line-cut" dir="auto">
          <span class="strong">{item.title}</span> <span class="quiet">{oneLine(item.answer, 120)}</span>
        </span>
        {item.validUntil && <span class="quiet">{validityText(item.validUntil, isPast(item, Date.now()))}</span>}
        {item.answeredAt && <span class="quiet">{i18n.t("knowledge.fromForum")}</span>}
        {figures && figures.used > 0 && <span class="quiet">{usedText(figures)}</span>}
        <span class="quiet">{item.lang}</span>
      </button>
      {isOpen && figures?.owner && <p class="hint">{i18n.t("knowledge.owner", { name: oneLine(personName(figures.owner), 40) })}</p>}
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
