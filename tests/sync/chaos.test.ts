// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Store } from "../../lib/store/database.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { enqueue, type NewOperation } from "../../lib/store/outbox.ts";
import { recordSighting } from "../../lib/store/sightings.ts";
import { viewMentions } from "../../lib/store/views.ts";
import { seeded } from "../../scripts/seeded.ts";
import { device } from "../support/device.ts";
import { seededId } from "../support/random.ts";
import { account, dana, linh, noonMs, sighting } from "../support/samples.ts";
import { type Fault, TestServer } from "../support/server.ts";
import { freshStore } from "../support/store.ts";

interface Asked {
  readonly id: string;
  readonly name: NewOperation["name"];
  readonly mentionId: string;
}

/** A member at work on a device whose worker dies now and then. */
class Worker {
  readonly asked: Asked[] = [];
  private readonly open: () => Store;
  private readonly server: TestServer;
  private readonly random: () => number;
  readonly newId: () => string;
  private life = { isAlive: true };
  private current: ReturnType<typeof device> | null = null;
  store: Store;

  constructor(open: () => Store, server: TestServer, seed: number) {
    this.open = open;
    this.server = server;
    this.random = seeded(seed);
    this.newId = seededId(this.random);
    this.store = open();
    this.start();
  }

  /** The answers to the old worker never come, and its database is closed under it. */
  restart(): void {
    this.life.isAlive = false;
    this.store.close();
    this.store = this.open();
    this.start();
  }

  private start(): void {
    const life = { isAlive: true };
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await this.server.fetch(...request);
      return life.isAlive ? response : new Promise<never>(() => undefined);
    };
    this.life = life;
    this.current = device(this.store, { fetch }, Math.floor(this.random() * 1e9));
  }

  sync(): Promise<void> {
    return this.current?.sync.run({ urgent: true }) ?? Promise.resolve();
  }

  /** Something that a member does; whether it works out is not the point. */
  async act(): Promise<void> {
    const postId = `${Math.floor(this.random() * 4)}`;
    const mentionId = `x:${postId}`;
    const mine = (await viewMentions(this.store)).find((each) => each.id === mentionId && each.claim);
    const fence = mine?.claim?.fence ?? 1;
    const actions = [
      () => this.see(postId),
      ...Array(14).fill(() => this.queue("draft.save", { mentionId, fence, text: `text ${this.random()}` })),
      () => this.queue("mention.dismiss", { mentionId, reason: "spam" }),
      () => this.queue("mention.reopen", { mentionId }),
      () => this.queue("mention.route", { mentionId, route: "first_line", note: "" }),
      () => this.queue("claim.release", { mentionId, fence }),
      () => this.queue("reply.posted", { mentionId, fence, text: "done", url: null, proof: "confirmed" }),
      ...Array(5).fill(() => void this.current?.sync.ask("claim.take", { mentionId }).catch(() => undefined)),
    ];
    await actions[Math.floor(this.random() * actions.length)]?.();
  }

  private async see(postId: string): Promise<void> {
    const id = this.newId();
    await recordSighting(this.store, sighting(postId), id, noonMs);
    if (await this.store.outbox.where("id").equals(id).count()) this.asked.push({ id, name: "mention.report", mentionId: `x:${postId}` });
  }

  private async queue<N extends NewOperation["name"]>(name: N, args: NewOperation<N>["args"] & { mentionId: string }): Promise<void> {
    const id = this.newId();
    await enqueue(this.store, { id, name, args }, noonMs);
    this.asked.push({ id, name, mentionId: args.mentionId });
  }
}

function faulty(random: () => number): () => Fault {
  const faults: Fault[] = ["lost_before", "lost_after", "twice", "late"];
  return () => (random() < 0.4 ? (faults[Math.floor(random() * faults.length)] ?? "none") : "none");
}

async function chaos(seed: number) {
  const random = seeded(seed);
  const server = new TestServer(dana, linh);
  server.pageSize = 1 + Math.floor(random() * 5);
  server.fault = faulty(random);
  const workers = await Promise.all(
    [dana, linh].map(async (member, index) => {
      const { store, again } = freshStore();
      await setMeta(store, "consent", { sharing: "all" });
      await setMeta(store, "account", account(member));
      return new Worker(again, server, seed * 2 + index);
    }),
  );
  for (let step = 0; step < 90; step += 1) {
    const worker = workers[Math.floor(random() * workers.length)];
    if (!worker) continue;
    const dice = random();
    if (dice < 0.6) await worker.act();
    else if (dice < 0.85) await worker.sync();
    else if (dice < 0.97) {
      void worker.sync();
      for (let turns = Math.floor(random() * 20); turns > 0; turns -= 1) await new Promise(setImmediate);
      worker.restart();
    } else server.restore();
  }
  server.fault = () => "none";
  for (const worker of [...workers, ...workers]) await worker.sync();
  return { server, workers };
}

async function expectConverged({ server, workers }: Awaited<ReturnType<typeof chaos>>): Promise<void> {
  const truth = [...server.mentions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const worker of workers) {
    expect(await worker.store.mentions.toArray()).toMatchObject(truth);
    const outbox = await worker.store.outbox.toArray();
    expect(outbox.filter((row) => row.refused === null)).toEqual([]);
    const refused = new Set(outbox.map(({ id }) => id));
    for (const asked of byMention(worker.asked).values()) {
      const kept = asked.filter(({ id }) => server.effects.has(id) || refused.has(id));
      // Only a draft may be replaced, and only by a later one.
      expect(asked.filter((each) => !kept.includes(each) && each.name !== "draft.save")).toEqual([]);
      const lastDraft = asked.findLast(({ name }) => name === "draft.save");
      if (lastDraft) expect(kept).toContain(lastDraft);
      const done = [...server.effects.keys()].filter((id) => asked.some((each) => each.id === id));
      expect(done).toEqual(asked.map(({ id }) => id).filter((id) => server.effects.has(id)));
    }
  }
  expect([...server.effects.values()].filter((count) => count !== 1)).toEqual([]);
}

/** Operations on one mention have an order; a later draft may overtake what concerns another mention. */
function byMention(asked: readonly Asked[]): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const each of asked) groups.set(each.mentionId, [...(groups.get(each.mentionId) ?? []), each]);
  return groups;
}

describe("two devices on a bad network, with workers that die and backups that come back", () => {
  it.each(Array.from({ length: 40 }, (_, n) => n + 1))(
    "end with equal stores, nothing lost and nothing done twice (seed %i)",
    async (seed) => {
      await expectConverged(await chaos(seed));
    },
  );
});
