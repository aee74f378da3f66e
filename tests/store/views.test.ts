// @vitest-environment node
import { describe, expect, it } from "vitest";
import { enqueue, setAside } from "../../lib/store/outbox.ts";
import { unsentDraft, viewMention, viewMentions } from "../../lib/store/views.ts";
import { claimed, dana, iso, mention, noonMs, sighting } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const save = (text: string) => ({ id: `op-${text}`, name: "draft.save" as const, args: { mentionId: "x:1", fence: 1, text } });

describe("the view of the mentions", () => {
  it("joins what the server sent with what waits, and with what only this device knows", async () => {
    const store = await joinedStore();
    await store.mentions.bulkPut([mention("1"), mention("2")]);
    await enqueue(store, { id: "a", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, noonMs);
    await enqueue(store, { id: "b", name: "mention.report", args: sighting("3") }, noonMs);
    const seen = (await viewMentions(store)).map(({ id, status }) => [id, status]);
    expect(seen).toEqual([
      ["x:1", "dismissed"],
      ["x:2", "open"],
      ["x:3", "open"],
    ]);
    for (const [id, status] of seen) expect(await viewMention(store, id as string)).toMatchObject({ status });
  });

  it("shows no longer what was refused", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("1"));
    await enqueue(store, { id: "a", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, noonMs);
    await setAside(store, "a", "move_not_allowed");
    expect(await viewMention(store, "x:1")).toMatchObject({ status: "open" });
  });
});

describe("the draft that only this device holds", () => {
  const draft = (ms: number) => ({
    text: "sent",
    status: "writing" as const,
    author: { id: dana.id, name: dana.name },
    updatedAt: iso(ms),
  });

  it("is the one that waits", async () => {
    const store = await joinedStore();
    await store.mentions.put(claimed("1", dana, { draft: draft(noonMs) }));
    expect(await unsentDraft(store, "x:1")).toBeNull();
    await enqueue(store, save("typed"), noonMs);
    expect(await unsentDraft(store, "x:1")).toBe("typed");
  });

  it("is a refused one only while it is newer than the mention's own", async () => {
    const store = await joinedStore();
    await store.mentions.put(claimed("1", dana, { draft: draft(noonMs) }));
    await enqueue(store, save("late"), noonMs + 1_000);
    await setAside(store, "op-late", "lease_lost");
    expect(await unsentDraft(store, "x:1")).toBe("late");
    await store.mentions.put(claimed("1", dana, { draft: draft(noonMs + 2_000) }));
    expect(await unsentDraft(store, "x:1")).toBeNull();
  });
});
