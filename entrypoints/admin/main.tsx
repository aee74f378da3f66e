import { signal } from "@preact/signals";
import browser from "webextension-polyfill";
import { i18n } from "#i18n";
import "../../components/admin/admin.css";
import type { AdminActions } from "../../components/admin/actions.ts";
import { Admin, type AdminPart, adminParts } from "../../components/admin/admin.tsx";
import { editsMemory } from "../../components/ui/edits-memory.ts";
import { mountPage } from "../../components/ui/mount.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { openKnowledge } from "../../lib/state/knowledge-state.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { createTriageModel } from "../../lib/triage/model/load.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

const partOf = (hash: string): AdminPart => adminParts.find((part) => hash === `#${part}`) ?? "overview";
const part = signal(partOf(location.hash));
addEventListener("hashchange", () => {
  part.value = partOf(location.hash);
});

const actions: AdminActions = {
  push: (args) => ask("keywords.push", args),
  removeList: (args) => ask("keywords.remove", args),
  pushRules: (args) => ask("triage.push", args),
  invitations: {
    make: (invitation) => ask("invitation.create", invitation),
    list: () => ask("invitation.list", {}),
    revoke: (id) => ask("invitation.revoke", { id }),
  },
  saveClock: (clock) => ask("clock.save", clock),
  integrations: {
    list: () => ask("integration.list", {}),
    save: (change) => ask("integration.save", change),
    remove: (integrationId) => ask("integration.remove", { integrationId }),
    test: (integrationId) => ask("integration.test", { integrationId }),
    log: (integrationId) => ask("delivery.list", { integrationId }),
    replay: (integrationId, deliveryId) => ask("delivery.replay", { integrationId, deliveryId }),
  },
  people: {
    list: (query) => ask("people.list", query),
    setRole: (memberId, role) => ask("member.set_role", { memberId, role }),
    setLevel: (memberId, level, reason) => ask("member.set_level", { memberId, level, reason }),
    pause: (memberId) => ask("member.pause", { memberId }),
    resume: (memberId) => ask("member.resume", { memberId }),
    inviteAgain: (memberId) => ask("member.invite_again", { memberId }),
    copy: (text) => navigator.clipboard.writeText(text),
    signOut: (memberId) => ask("member.sign_out", { memberId }),
    remove: (memberId) => ask("member.remove", { memberId }),
  },
  saveItems,
  removeItem: (itemId) => ask("knowledge.remove", { itemId }),
  setRules: (answering) => ask("answering.set", { answering }),
  readGaps: () => ask("disclosure.gaps", {}),
  readModel: () => ask("model.read", {}),
  setModel: (args) => ask("model.set", args),
  removeModel: () => ask("model.remove", {}),
  save: saveFile,
  copy: (text) => navigator.clipboard.writeText(text),
  newId: () => crypto.randomUUID(),
  openWelcome: () => void openOwnPage("welcome"),
};

/** As many at once as one operation takes. */
const itemsAtOnce = 200;

async function saveItems(items: readonly KnowledgeItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += itemsAtOnce) await ask("knowledge.save", { items: items.slice(at, at + itemsAtOnce) });
}

/** A download that the browser asks no page for. */
function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const state = openStoreState(life.signal);
const model = signal<TriageModel | null>(null);
void createTriageModel(fetch, browser.runtime.getURL("/triage/model.bin"))().then((read) => {
  model.value = read;
});
const knowledge = openKnowledge(life.signal);
const memory = editsMemory(sessionStorage);

function AdminPage() {
  return <Admin state={state} knowledge={knowledge} actions={actions} memory={memory} part={part.value} model={model.value} />;
}

mountPage(document, i18n.t("admin.title"), <AdminPage />);
