import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import "../../components/admin/admin.css";
import { Admin, type AdminActions, type AdminPart, adminParts } from "../../components/admin/admin.tsx";
import { editsMemory } from "../../components/keywords/edits-memory.ts";
import { mountPage } from "../../components/ui/mount.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openStoreState } from "../../lib/state/open-store.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

const partOf = (hash: string): AdminPart => adminParts.find((part) => hash === `#${part}`) ?? "overview";
const part = signal(partOf(location.hash));
addEventListener("hashchange", () => {
  part.value = partOf(location.hash);
});

const actions: AdminActions = {
  push: (args) => ask("keywords.push", args),
  invite: (role) => ask("invitation.create", { role }),
  save: saveFile,
  copy: (text) => navigator.clipboard.writeText(text),
  newId: () => crypto.randomUUID(),
};

/** A download that the browser asks no page for. */
function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const state = openStoreState(life.signal);
const memory = editsMemory(sessionStorage);

function AdminPage() {
  return <Admin state={state} actions={actions} memory={memory} part={part.value} />;
}

mountPage(document, i18n.t("admin.title"), <AdminPage />);
