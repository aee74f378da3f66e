import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createHub } from "../../../server/wake/hub.ts";

it("tells the listeners of a workspace once for what moves together, with the highest revision", async () => {
  const wake = createHub(5);
  const heard: number[] = [];
  const elsewhere: number[] = [];
  const end = wake.listen("here", (revision) => heard.push(revision));
  wake.listen("elsewhere", (revision) => elsewhere.push(revision));
  for (const revision of [1, 3, 2]) wake.moved("here", revision);
  await expect.poll(() => heard).toEqual([3]);
  wake.moved("here", 4);
  await expect.poll(() => heard).toEqual([3, 4]);
  end();
  wake.moved("here", 5);
  await sleep(20);
  expect(heard).toEqual([3, 4]);
  expect(elsewhere).toEqual([]);
});

it("tells of who is shut out those who listen for that member alone, until they end", () => {
  const wake = createHub();
  const heard: string[] = [];
  const end = wake.listenForShutOut("here", "ann", () => heard.push("ann"));
  wake.listenForShutOut("here", "ben", () => heard.push("ben"));
  wake.listenForShutOut("elsewhere", "ann", () => heard.push("elsewhere"));
  wake.shutOut("here", "ann");
  end();
  wake.shutOut("here", "ann");
  expect(heard).toEqual(["ann"]);
});
