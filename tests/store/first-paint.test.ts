// @vitest-environment node
import { describe, expect, it } from "vitest";
import { readFirstPaint } from "../../lib/store/first-paint.ts";
import { readSession, setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { pass } from "../../lib/store/passed.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";
import { putMentions } from "../../lib/store/turns.ts";
import { account, claimed, dana, linh, mention, noonMs } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

describe("what a member sees first", () => {
  it.each([dana, linh])("is what the live store then shows, as $role", async (me) => {
    const store = await joinedStore(account(me));
    const languages = ["en", "id", "unknown"];
    const posts = Array.from({ length: 180 }, (_, at) => {
      const { triage } = mention("0");
      const lang = languages[at % 3] ?? "en";
      return mention(String(at), { status: at % 2 === 0 ? "open" : "escalated", lang: null, triage: { ...triage, lang } });
    });
    await putMentions(store, [...posts, claimed("mine", dana), claimed("other", linh), mention("done", { status: "answered" })], 120);
    await store.presence.put({ mentionId: "x:1", memberId: linh.id, name: linh.name, doing: "looking", untilMs: noonMs });
    await setMeta(store, "skewMs", 5_000);
    await setMeta(store, "trouble", { code: "server_unreachable", failures: 1, retryAtMs: noonMs });
    for (const id of ["x:0", "x:7", "x:9"]) await pass(store, id, true, noonMs);
    const seen = await readFirstPaint(store.name);
    expect(seen?.session).toEqual(await readSession(store));
    expect(ids(seen?.mentions ?? [])).toEqual(ids(await viewPersonal(store)));
    expect(ids(seen?.mentions ?? [])).not.toContain("x:0");
    expect(seen).toMatchObject({ presence: [{ mentionId: "x:1" }], skewMs: 5_000, trouble: { code: "server_unreachable" } });
  });

  it("waits for the live store while something waits to be sent", async () => {
    const store = await joinedStore();
    await putMentions(store, [mention("1")], 120);
    await enqueue(store, { id: "op", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, noonMs);
    expect(await readFirstPaint(store.name)).toBeNull();
  });

  it("shows somebody who has not joined that they have not", async () => {
    const { store } = freshStore();
    await setMeta(store, "consent", { sharing: "ask" });
    expect((await readFirstPaint(store.name))?.session).toMatchObject({ consented: true, member: null });
    await setMeta(store, "account", account());
    expect((await readFirstPaint(store.name))?.session).not.toHaveProperty("token");
  });

  it("makes no store where there is none", async () => {
    expect(await readFirstPaint("never")).toBeNull();
    expect((await indexedDB.databases()).some(({ name }) => name === "never")).toBe(false);
  });
});
