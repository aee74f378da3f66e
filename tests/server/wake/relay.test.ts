import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createHub } from "../../../server/wake/hub.ts";
import { hearOthers, tellOthers } from "../../../server/wake/relay.ts";

const silent = () => {};

function server(name: string, send: (text: string) => Promise<void>, log = silent) {
  const hub = createHub(0);
  return { wake: tellOthers(hub, name, { send }, log, 5), hear: hearOthers(hub, name) };
}

describe("a server among others", () => {
  it("tells in one message what moved together, each workspace with its highest revision, and itself at once", async () => {
    const sent: string[] = [];
    const { wake } = server("me", async (text) => void sent.push(text));
    const heard: number[] = [];
    wake.listen("a", (revision) => heard.push(revision));
    for (const [workspace, revision] of [
      ["a", 1],
      ["b", 7],
      ["a", 3],
      ["a", 2],
    ] as const)
      wake.moved(workspace, revision);
    await expect.poll(() => sent).toEqual(["me a:3 b:7"]);
    expect(heard).toEqual([3]);
    await sleep(20);
    expect(sent).toHaveLength(1);
  });

  it("spreads more workspaces than a message holds over several", async () => {
    const sent: string[] = [];
    const { wake } = server("me", async (text) => void sent.push(text));
    for (let n = 0; n < 1000; n++) wake.moved(`workspace${n}`, 1_000_000 + n);
    await expect.poll(() => sent.flatMap((text) => text.split(" ").slice(1)).length).toBe(1000);
    expect(Math.max(...sent.map((text) => text.length))).toBeLessThan(8000);
  });

  it("hears the others, not its own echo, and shrugs at rubbish", async () => {
    const { wake, hear } = server("me", async () => {});
    const heard: number[] = [];
    wake.listen("a", (revision) => heard.push(revision));
    hear("me a:5");
    for (const rubbish of ["", "other", "other a", "other a:x", "other :9", "\0"]) hear(rubbish);
    hear("other b:9 a:6");
    await expect.poll(() => heard).toEqual([6]);
  });

  it("tells the others of who is shut out, before what moved, and hears it of them", async () => {
    const sent: string[] = [];
    const { wake } = server("me", async (text) => void sent.push(text));
    wake.moved("a", 1);
    wake.shutOut("a", "ann");
    await expect.poll(() => sent).toEqual(["me a/ann a:1"]);
    const { wake: there, hear } = server("other", async () => {});
    const heard: string[] = [];
    there.listenForShutOut("a", "ann", () => heard.push("ann"));
    hear(sent[0] ?? "");
    expect(heard).toEqual(["ann"]);
  });

  it("goes on after a message that could not be sent", async () => {
    const sent: string[] = [];
    const logged: string[] = [];
    let isAway = true;
    const send = async (text: string) => {
      if (isAway) throw new Error("away");
      sent.push(text);
    };
    const { wake } = server("me", send, (_level?: string, event?: string) => void logged.push(event ?? ""));
    wake.moved("a", 1);
    await expect.poll(() => logged).toEqual(["wake_not_sent"]);
    isAway = false;
    wake.moved("a", 2);
    await expect.poll(() => sent).toEqual(["me a:2"]);
  });
});
