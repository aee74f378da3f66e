// @vitest-environment node
import { expect, it } from "vitest";
import { forgetName } from "../../lib/store/former-members.ts";
import { putMentions } from "../../lib/store/turns.ts";
import { claimed, dana, iso, linh, mention, noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

it("takes a former member's name from wherever it stands, and touches no other post", async () => {
  const { store } = freshStore();
  const said = { field: "anger", value: 1, was: 0, by: linh, at: iso(noonMs) } as const;
  const reply = { text: "Linh", url: null, proof: "seen", disclosed: true, author: linh, at: iso(noonMs) } as const;
  await putMentions(store, [mention("1", { overrules: [said], reply, assignee: linh }), claimed("2", dana)], 30);
  const untouched = await store.mentions.get("x:2");
  await forgetName(store, linh.id);
  const found = await store.mentions.get("x:1");
  expect([found?.overrules[0]?.by.name, found?.reply?.author.name, found?.assignee?.name]).toEqual(["", "", ""]);
  expect(found?.reply?.text).toBe("Linh");
  expect(found?.turnMs).toBeDefined();
  expect(await store.mentions.get("x:2")).toEqual(untouched);
});
