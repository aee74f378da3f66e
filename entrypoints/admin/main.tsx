import { signal } from "@preact/signals";
import browser from "webextension-polyfill";
import { i18n } from "#i18n";
import "../../components/admin/admin.css";
import "../../components/community/community-bar.css";
import type { AdminActions } from "../../components/admin/actions.ts";
import { Admin } from "../../components/admin/admin.tsx";
import { asMarkPicture } from "../../components/brand/picture.ts";
import { InCommunity } from "../../components/community/in-community.tsx";
import type { PeriodActions } from "../../components/figures/actions.ts";
import type { PeopleActions } from "../../components/people/actions.ts";
import { askAhead } from "../../components/people/ask-ahead.ts";
import { editsMemory } from "../../components/ui/edits-memory.ts";
import { mountPage } from "../../components/ui/mount.tsx";
import { saveFile } from "../../components/ui/save-file.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { type AdminPart, adminParts } from "../../lib/schema/admin-parts.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { openKnowledge } from "../../lib/state/knowledge-state.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import { unassistedAnswers } from "../../lib/state/unassisted-posts.ts";
import { openStore } from "../../lib/store/database.ts";
import { isSameQuestion, type KeptFigures, keepToldFigures } from "../../lib/store/kept-figures.ts";
import { getMeta } from "../../lib/store/meta.ts";
import type { UnassistedPost } from "../../lib/suggest/asked-often.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { createTriageModel } from "../../lib/triage/model/load.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

const partOf = (hash: string): AdminPart => adminParts.find((part) => hash === `#${part}`) ?? "overview";
const part = signal(partOf(location.hash));
addEventListener("hashchange", () => {
  part.value = partOf(location.hash);
});

/** What the figures page shows: first what this device was told last. */
function periodsOf(community: string, kept: readonly KeptFigures[]): PeriodActions {
  const told = [...kept];
  const ask = askFor(community);
  return {
    kept: (query) => told.find((each) => isSameQuestion(each.query, query))?.figures ?? null,
    async read(query) {
      const figures = await ask("figures.of_period", query);
      told.unshift({ query, figures });
      const store = openStore(community);
      await keepToldFigures(store, { query, figures }).finally(() => store.close());
      return figures;
    },
  };
}

function actionsFor(community: string, kept: readonly KeptFigures[]): AdminActions {
  const ask = askFor(community);
  const listPeople: PeopleActions["list"] = (query) => ask("people.list", query);
  return {
    push: (args) => ask("keywords.push", args),
    removeList: (args) => ask("keywords.remove", args),
    versions: {
      list: (listId) => ask("keywords.versions", { listId }),
      read: (listId, version) => ask("keywords.version", { listId, version }),
      restore: (args) => ask("keywords.restore", args),
    },
    pushRules: (args) => ask("triage.push", args),
    invitations: {
      make: (invitation) => ask("invitation.create", invitation),
      list: () => ask("invitation.list", {}),
      revoke: (id) => ask("invitation.revoke", { id }),
    },
    setAlertRules: (rules) => ask("alerts.rules", { off: [...rules.off], chats: [...rules.chats] }),
    saveClock: (clock) => ask("clock.save", clock),
    integrations: {
      list: () => ask("integration.list", {}),
      save: (change) => ask("integration.save", change),
      remove: (integrationId) => ask("integration.remove", { integrationId }),
      test: (integrationId) => ask("integration.test", { integrationId }),
      log: (integrationId) => ask("delivery.list", { integrationId }),
      replay: (integrationId, deliveryId) => ask("delivery.replay", { integrationId, deliveryId }),
    },
    forum: {
      read: () => ask("forum.read", {}),
      save: (change) => ask("forum.save", change),
      refresh: () => ask("forum.refresh", {}),
      remove: () => ask("forum.remove", {}),
    },
    people: {
      list: part.value === "people" ? askAhead(listPeople) : listPeople,
      setRole: (memberId, role) => ask("member.set_role", { memberId, role }),
      setLevel: (memberId, level, reason) => ask("member.set_level", { memberId, level, reason }),
      pause: (memberId) => ask("member.pause", { memberId }),
      resume: (memberId) => ask("member.resume", { memberId }),
      inviteAgain: (memberId) => ask("member.invite_again", { memberId }),
      copy: (text) => navigator.clipboard.writeText(text),
      signOut: (memberId) => ask("member.sign_out", { memberId }),
      remove: (memberId) => ask("member.remove", { memberId }),
    },
    rights: {
      listAudit: (query) => ask("audit.list", query),
      checkAudit: () => ask("audit.check", {}),
      lookAtAuthor: (author) => ask("author.look", author),
      eraseAuthor: (author) => ask("author.erase", author),
      listRequests: () => ask("request.list", {}),
      settleRequest: (id) => ask("request.settle", { id }),
      listErasures: () => ask("erasure.list", {}),
    },
    saveItems: (items) => saveItems(ask, items),
    readUnassisted: () => readUnassisted(community),
    readItemFigures: () => ask("knowledge.figures", {}),
    proposals: {
      list: () => ask("proposal.list", {}),
      accept: (proposalId, item) => ask("proposal.accept", { proposalId, item }),
      decline: (proposalId, reason, note) => ask("proposal.decline", { proposalId, reason, note }),
    },
    removeItem: (itemId) => ask("knowledge.remove", { itemId }),
    readFigures: () => ask("figures.read", {}),
    periods: periodsOf(community, kept),
    setBrand: (change) => ask("brand.set", change),
    readPicture: asMarkPicture,
    setRules: (answering) => ask("answering.set", { answering }),
    setBrake: (change) => ask("brake.set", change),
    setBrakeRules: (rules) => ask("brake.rules", rules),
    setLevels: (rules) => ask("levels.set", rules),
    setLooks: (looks) => ask("looks.set", looks),
    setRetention: (retention) => ask("retention.set", retention),
    readGaps: () => ask("disclosure.gaps", {}),
    readModel: () => ask("model.read", {}),
    setModel: (args) => ask("model.set", args),
    removeModel: () => ask("model.remove", {}),
    save: saveFile,
    copy: (text) => navigator.clipboard.writeText(text),
    newId: () => crypto.randomUUID(),
    openWelcome: () => void openOwnPage("welcome"),
  };
}

/** What was answered without an answer on record; nothing where the store cannot be read. */
async function readUnassisted(community: string): Promise<readonly UnassistedPost[]> {
  const store = openStore(community);
  const answers = await unassistedAnswers(store, Date.now()).catch(() => []);
  store.close();
  return answers.map(({ mention, ...answer }) => ({ ...answer, excerpt: mention?.excerpt ?? null, link: mention?.permalink ?? null }));
}

/** As many at once as one operation takes. */
const itemsAtOnce = 200;

async function saveItems(ask: typeof Ask, items: readonly KnowledgeItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += itemsAtOnce) await ask("knowledge.save", { items: items.slice(at, at + itemsAtOnce) });
}

const readModel = createTriageModel(fetch, browser.runtime.getURL("/triage/model.bin"));
/** Some megabytes, read when a part of the page first asks. */
const model = signal<TriageModel | null>(null, {
  watched() {
    void readModel().then((read) => {
      this.value = read;
    });
  },
});

const here = openCommunities(life.signal);
eachChosen(here, life.signal, (community, signal) => {
  const store = openStore(community);
  const state = openStoreState(signal, undefined, store);
  const knowledge = openKnowledge(signal, openStore(community));
  const memory = editsMemory(sessionStorage, community);
  void getMeta(store, "figures").then((kept = []) => {
    if (signal.aborted) return;
    const actions = actionsFor(community, kept);
    function AdminPage() {
      return <Admin state={state} knowledge={knowledge} actions={actions} memory={memory} part={part.value} model={model} />;
    }
    void mountPage(
      document,
      () => i18n.t("admin.title"),
      <InCommunity here={here} community={community} actions={communityActions}>
        <AdminPage />
      </InCommunity>,
    );
  });
});
