import { Keyboard } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { isLive, liveClaim } from "../../lib/state/clock.ts";
import { patienceOf, staffSections } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { PageHead } from "../queue/page-head.tsx";
import { SetAsideList } from "../queue/set-aside-list.tsx";
import { IconButton } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { OpenMenu } from "./action-bar.tsx";
import { DriftNotes } from "./drift-notes.tsx";
import { KeyHelp } from "./key-help.tsx";
import { keyAction } from "./keys.ts";
import { type Places, sectionNames, settle, takePlaces } from "./order.ts";
import type { PanelActions } from "./panel.tsx";
import { rowId } from "./row.tsx";
import { Section } from "./section.tsx";
import { Toast, useUndoable } from "./undoable.tsx";

/** The staff's queue. */
export function Board({ state, actions, me, name }: { state: StoreState; actions: PanelActions; me: Member; name: string }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu>(null);
  const [help, setHelp] = useState(false);
  const places = useRef<Places>(new Map());
  const { actions: undoable, toast } = useUndoable(actions);
  const [, redraw] = useState(0);
  const nowMs = state.nowMs.value;
  const outbox = state.outbox.value;
  const sections = staffSections(state.mentions.value, me, nowMs, patienceOf(state.session.value));
  if (places.current.size === 0) places.current = takePlaces(sections);
  const settled = sectionNames.map((section) => ({ section, ...settle(sections[section], places.current, section) }));
  const rows = settled.flatMap((section) => section.rows);

  const toggle = (id: string) => {
    setMenu(null);
    setOpenId(id === openId ? null : id);
  };
  const showFresh = () => {
    places.current = takePlaces(sections);
    redraw((count) => count + 1);
  };
  const onKey = (event: KeyboardEvent) => {
    const action = keyAction(event);
    if (action === null) return;
    event.preventDefault();
    if (action === "help") return setHelp(!help);
    const focused = rows.findIndex(({ id }) => rowId(id) === document.activeElement?.id);
    const at = focused >= 0 ? focused : rows.findIndex(({ id }) => id === openId);
    const row = rows[at];
    if (action === "next" || action === "previous") {
      const target = rows[Math.max(0, Math.min(rows.length - 1, at + (action === "next" ? 1 : -1)))];
      if (target) document.getElementById(rowId(target.id))?.focus();
      if (target && openId !== null) setOpenId(target.id);
    } else if (row) {
      setOpenId(row.id);
      if (action !== "take") setMenu(action);
      else if (liveClaim(row, nowMs) === null) void undoable.take(row);
    }
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const life = new AbortController();
    document.addEventListener("keydown", (event) => latest.current(event), { signal: life.signal });
    return () => life.abort();
  }, []);

  return (
    <div class="panel">
      <PageHead name={name} outbox={outbox}>
        <IconButton icon={Keyboard} label={i18n.t("panel.keys")} onClick={() => setHelp(!help)} />
      </PageHead>
      <main>
        {help && <KeyHelp />}
        {outbox.problem === "server_unreachable" && <Notice>{i18n.t("popup.offline")}</Notice>}
        {isRulesOnly(state.mentions.value) && <Notice tone="danger">{i18n.t("panel.rulesOnly")}</Notice>}
        <DriftNotes drifts={state.drifts.value} />
        {outbox.setAside.length > 0 && <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />}
        {settled.map(({ section, rows: shown, fresh }) => (
          <Section
            key={section}
            name={section}
            rows={shown}
            fresh={fresh}
            onFresh={showFresh}
            presence={state.presence.value}
            openId={openId}
            onToggle={toggle}
            me={me}
            nowMs={nowMs}
            waiting={outbox.waiting}
            calibration={state.session.value?.workspace?.calibration ?? null}
            actions={undoable}
            menu={menu}
            onMenu={setMenu}
          />
        ))}
      </main>
      <Toast toast={toast} />
    </div>
  );
}

/** The latest post that waits was scored without the model: it is missing or damaged here or on the server. */
function isRulesOnly(mentions: readonly Mention[]): boolean {
  const latest = mentions.filter(isLive).reduce<Mention | null>((a, b) => (a && a.firstSeenAt > b.firstSeenAt ? a : b), null);
  return latest?.triage.reasons.some(({ code }) => code === "rules_only") ?? false;
}
