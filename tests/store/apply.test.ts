// @vitest-environment node
import { describe, expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import type { Change } from "../../lib/schema/wire.ts";
import { applyAnswer, type SyncAnswer } from "../../lib/store/apply.ts";
import type { Store } from "../../lib/store/database.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { nextOf, turnOf } from "../../lib/store/turns.ts";
import { account, dana, iso, linh, list, mention, noonMs, workspace } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const { token } = account();
const answer = (
  change: Partial<SyncAnswer> & { changes?: SyncAnswer["response"]["changes"]; revision?: number; epoch?: string },
): SyncAnswer => ({
  token,
  outcomes: [],
  rows: [],
  skewMs: 0,
  response: {
    changes: change.changes ?? [],
    cursor: { epoch: change.epoch ?? "e1", revision: change.revision ?? 1 },
    startOver: false,
    presence: [],
    now: iso(noonMs),
  },
  ...change,
});

async function dismissing(): Promise<Store> {
  const store = await joinedStore();
  await store.mentions.put(mention("1"));
  await enqueue(store, { id: "op-1", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, noonMs);
  return store;
}

describe("an answer of the server", () => {
  it.each([
    ["analyst", 0],
    ["staff", 0],
    ["moderator", 1],
    ["keyword_editor", 1],
    ["a role of tomorrow", 0],
  ])(
    "with the role of %s keeps what was shown to an advocate only where it is shown the same, and what waits in any case",
    async (role, kept) => {
      const store = await dismissing();
      await enqueue(store, { id: "op-2", name: "mention.dismiss", args: { mentionId: "x:2", reason: "spam" } }, noonMs);
      const outcomes: SyncAnswer["outcomes"] = [{ id: "op-1", ok: false, error: { code: "forbidden", message: "No." } }];
      const { member } = account();
      await applyAnswer(store, answer({ changes: [{ kind: "member", value: { ...member, role } }], outcomes }));
      expect(await store.mentions.count()).toBe(kept);
      expect((await getMeta(store, "account"))?.member.role).toBe(role);
      const rows = await store.outbox.toArray();
      expect(rows.map(({ id, refused }) => [id, refused ?? null])).toEqual([
        ["op-1", "forbidden"],
        ["op-2", null],
      ]);
    },
  );

  it("forgets what was learnt from somebody whose doings were taken back", async () => {
    const store = await joinedStore();
    const learnt = {
      id: "x:1",
      lang: "en",
      kind: "question",
      asked: "acme",
      source: null,
      verdict: "accepted",
      answer: "Hi",
      at: iso(noonMs),
    } as const;
    await applyAnswer(store, answer({ changes: [{ kind: "precedent", value: learnt }] }));
    expect(await store.precedents.count()).toBe(1);
    await applyAnswer(store, answer({ changes: [{ kind: "precedent", value: { ...learnt, removed: true } }], revision: 2 }));
    expect(await store.precedents.count()).toBe(0);
  });

  it("gives what waits another turn when the workspace's patience is another", async () => {
    const store = await joinedStore();
    const pressing = (id: string, priority: number) => {
      const one = mention(id);
      return { kind: "mention", value: { ...one, triage: { ...one.triage, priority } } } as const;
    };
    await applyAnswer(store, answer({ revision: 1, changes: [pressing("1", 10), pressing("2", 90)] }));
    const before = await nextOf(store, "open");
    expect(before.map(({ id }) => id)).toEqual(["x:2", "x:1"]);
    const patient = { ...workspace, triage: { ...defaultTriageSettings, patienceMinutes: 600 } };
    await applyAnswer(store, answer({ revision: 2, changes: [{ kind: "workspace", value: patient }] }));
    expect((await nextOf(store, "open")).map((row) => row.turnMs)).toEqual(before.map((row) => turnOf(row, 600)));
  });

  it("brings every kind of change and moves the cursor", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("2"));
    const moved = await applyAnswer(
      store,
      answer({
        revision: 9,
        skewMs: 1234,
        changes: [
          { kind: "mention", value: mention("1", { revision: 8 }) },
          { kind: "mention_removed", id: "x:2" },
          { kind: "keyword_list", value: list },
          { kind: "knowledge", value: { id: "k1", lang: "en", title: "Pairing", topics: [], answer: "Hold the button.", link: null } },
          { kind: "workspace", value: { ...workspace, name: "Acme two" } },
          { kind: "member", value: { ...dana, level: 3 } },
          { kind: "member", value: linh },
        ],
      }),
    );
    expect(moved).toEqual({ mentionIds: ["x:1", "x:2"], settings: true });
    expect(await store.mentions.toCollection().primaryKeys()).toEqual(["x:1"]);
    expect(await store.lists.count()).toBe(1);
    expect(await store.knowledge.count()).toBe(1);
    expect(await getMeta(store, "account")).toMatchObject({ workspace: { name: "Acme two" }, member: { id: "m-dana", level: 3 } });
    expect(await getMeta(store, "cursor")).toEqual({ epoch: "e1", revision: 9 });
    expect(await getMeta(store, "skewMs")).toBe(1234);
  });

  it("tells pages to look again when the brand's own accounts change, and not when its name does", async () => {
    const store = await joinedStore();
    const told = async (change: object) =>
      (await applyAnswer(store, answer({ changes: [{ kind: "workspace", value: { ...workspace, ...change } }] }))).settings;
    const brand = { mark: null, language: null, handles: { x: ["acme"] } };
    expect(await told({ name: "Acme fans" })).toBe(false);
    expect(await told({ brand })).toBe(true);
    expect(await told({ brand: { ...brand, language: "he" } })).toBe(false);
    expect(await told({})).toBe(true);
  });

  it("tells open pages when somebody else changed, and not when nobody did", async () => {
    const store = await joinedStore();
    const heard = async (revision: number, changes: Change[]) => {
      await applyAnswer(store, answer({ revision, changes }));
      return getMeta(store, "peopleMoved");
    };
    expect(await heard(3, [{ kind: "member", value: dana }])).toBeUndefined();
    expect(await heard(4, [{ kind: "member", value: linh }])).toBe(4);
    expect(await heard(5, [{ kind: "workspace", value: workspace }])).toBe(4);
    expect(await heard(6, [{ kind: "member_removed", id: "m-linh" }])).toBe(6);
  });

  it("says nothing of settings when only somebody else joined", async () => {
    const moved = await applyAnswer(await joinedStore(), answer({ changes: [{ kind: "member", value: linh }] }));
    expect(moved).toEqual({ mentionIds: [], settings: false });
  });

  it("takes an accepted operation out and sets a refused one aside", async () => {
    const store = await dismissing();
    await enqueue(store, { id: "op-2", name: "mention.reopen", args: { mentionId: "x:7" } }, noonMs);
    const moved = await applyAnswer(
      store,
      answer({
        outcomes: [
          { id: "op-1", ok: true, value: null },
          { id: "op-2", ok: false, error: { code: "not_found", message: "" } },
        ],
      }),
    );
    expect((await store.outbox.toArray()).map(({ id, refused }) => [id, refused])).toEqual([["op-2", "not_found"]]);
    expect(moved.mentionIds).toEqual(["x:1", "x:7"]);
  });

  it("never puts an old row over a newer one", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("1", { revision: 5, status: "answered" }));
    await store.lists.put({ ...list, version: 5 });
    const rows: SyncAnswer["rows"] = [{ kind: "mention", value: mention("1", { revision: 4 }) }];
    await applyAnswer(store, answer({ rows, changes: [{ kind: "keyword_list", value: { ...list, version: 4 } }] }));
    expect(await store.mentions.get("x:1")).toMatchObject({ revision: 5, status: "answered" });
    expect(await store.lists.get(list.id)).toMatchObject({ version: 5 });
  });

  it("forgets a list that was taken out, unless it knows a newer form of it", async () => {
    const store = await joinedStore();
    await store.lists.bulkPut([list, { ...list, id: "newer", version: 9 }]);
    const removed = (id: string): SyncAnswer["response"]["changes"][number] => ({
      kind: "keyword_list",
      value: { ...list, id, version: list.version + 1, entries: [], removed: true },
    });
    const moved = await applyAnswer(store, answer({ changes: [removed(list.id), removed("newer"), removed("never-seen")] }));
    expect((await store.lists.toArray()).map(({ id }) => id)).toEqual(["newer"]);
    expect(moved.settings).toBe(true);
  });

  it("of a new epoch drops the mirror, keeps the outbox and asks for everything again", async () => {
    const store = await dismissing();
    await setMeta(store, "cursor", { epoch: "e1", revision: 40 });
    const moved = await applyAnswer(store, answer({ epoch: "e2", revision: 3, changes: [{ kind: "mention", value: mention("9") }] }));
    expect(await store.mentions.count()).toBe(0);
    expect(await store.outbox.count()).toBe(1);
    expect(await getMeta(store, "cursor")).toBeUndefined();
    expect(moved.mentionIds).toContain("x:1");
  });

  it("to somebody who left is dropped", async () => {
    const store = await dismissing();
    await setMeta(store, "account", account(linh));
    const moved = await applyAnswer(
      store,
      answer({ outcomes: [{ id: "op-1", ok: true, value: null }], changes: [{ kind: "mention_removed", id: "x:1" }] }),
    );
    expect(moved).toEqual({ mentionIds: [], settings: false });
    expect(await store.outbox.count()).toBe(1);
    expect(await store.mentions.count()).toBe(1);
  });
});
