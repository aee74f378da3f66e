// @vitest-environment node
import { afterEach, describe, expect, it, vi } from "vitest";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { openKnowledge } from "../../lib/state/knowledge-state.ts";
import { freshStore } from "../support/store.ts";

const item = (id: string, title: string, removed = false): KnowledgeItem => ({
  ...{ id, title, lang: "en", topics: [], answer: "Do this.", link: null },
  ...(removed && { removed }),
});

const end = new AbortController();
afterEach(() => end.abort());

describe("the workspace's answers", () => {
  it("stand by their titles, without removed ones, and follow the store until they are closed", async () => {
    const { store, again } = freshStore();
    await store.knowledge.bulkPut([item("1", "Reset"), item("2", "Pairing"), item("3", "Gone", true)]);
    const items = openKnowledge(end.signal, store);
    await vi.waitFor(() => expect(items.value.map(({ title }) => title)).toEqual(["Pairing", "Reset"]));
    await store.knowledge.put(item("4", "Charging"));
    await vi.waitFor(() => expect(items.value.map(({ title }) => title)).toEqual(["Charging", "Pairing", "Reset"]));
    end.abort();
    expect(store.isOpen()).toBe(false);
    await again().knowledge.clear();
    expect(items.value).toHaveLength(3);
  });
});
