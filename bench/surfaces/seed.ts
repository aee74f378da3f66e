import type { Page } from "puppeteer-core";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { Account } from "../../lib/store/meta.ts";
import { type StoredMention, toStored } from "../../lib/store/turns.ts";
import { mention as sample, triaged } from "../../tests/support/samples.ts";
import { Speech } from "../suggest/invented.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2) + minutes * 60_000).toISOString();
const later = "2099-01-01T00:00:00.000Z";

function mention(speech: Speech, index: number, me: Member, isHeld: boolean): StoredMention {
  const { chance } = speech;
  const isStaffs = chance.next() < 0.3;
  const route = isStaffs ? "first_line" : "community";
  const row = sample(String(index), {
    author: { handle: "someone", name: speech.say(2), verified: false },
    excerpt: speech.say(30),
    postedAt: at(index % 5000),
    firstSeenAt: at(index % 5000),
    dueAt: later,
    triage: { ...triaged, priority: chance.between(0, 100), route, reasons: [{ code: "question", words: ["how"], value: 0.8 }] },
    status: isHeld ? "claimed" : isStaffs ? "escalated" : "open",
    route,
    claim: isHeld ? { holder: { id: me.id, name: me.name }, fence: 1, expiresAt: later, renewals: 0 } : null,
    revision: index,
  });
  return toStored(row, defaultTriageSettings.patienceMinutes);
}

const batch = 5_000;

/** Signs the extension in with an account of a server that is there, with no posts. */
export async function seedAccount(page: Page, { server, token, deviceId, member, workspace }: Account): Promise<void> {
  await clear(page, "mentions");
  await fill(page, "meta", [
    { key: "consent", value: { sharing: "all" } },
    { key: "account", value: { server, token, deviceId, member, workspace } },
  ]);
}

/** Fills the extension's database as if `me` had joined, with this many mentions of which `me` holds one. */
export async function seed(page: Page, me: Member, mentions: number): Promise<void> {
  const workspace = { id: "bench", name: "Acme", disclosure: "I'm an Acme customer" };
  const account = { server: "http://127.0.0.1:9", token: "bench", deviceId: "bench", member: me, workspace };
  await fill(page, "meta", [
    { key: "consent", value: { sharing: "all" } },
    { key: "account", value: account },
  ]);
  const speech = new Speech(3);
  await clear(page, "mentions");
  for (let from = 0; from < mentions; from += batch) {
    const size = Math.min(batch, mentions - from);
    await fill(
      page,
      "mentions",
      Array.from({ length: size }, (_, index) => mention(speech, from + index, me, from + index === 7)),
    );
  }
}

/** Fills it with this many knowledge items, of which the index knows none yet. */
export async function seedKnowledge(page: Page, items: number): Promise<void> {
  const speech = new Speech(5);
  await clear(page, "library");
  for (let from = 0; from < items; from += batch) {
    const rows = Array.from({ length: Math.min(batch, items - from) }, (_, index) => speech.item(`i${from + index}`));
    await fill(page, "knowledge", rows);
    await fill(
      page,
      "library",
      rows.map(({ id }) => ({ key: `item ${id}` })),
    );
  }
}

const fill = (page: Page, table: string, rows: readonly object[]) =>
  page.evaluate(
    (name, put) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("fanswer");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, "readwrite");
          for (const row of put) writing.objectStore(name).put(row);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    table,
    rows,
  );

const clear = (page: Page, table: string) =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("fanswer");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, "readwrite");
          writing.objectStore(name).clear();
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    table,
  );
