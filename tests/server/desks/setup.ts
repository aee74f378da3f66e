import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import type { Integration, Target } from "../../../lib/schema/integration.ts";
import { deliverDue } from "../../../server/handover/deliver.ts";
import { gatherNews } from "../../../server/handover/news.ts";
import { angry, sighting, type TestDevice, useServer } from "../support.ts";
import { ChatwootServer } from "./chatwoot.ts";
import { serve } from "./served.ts";
import { ZammadServer } from "./zammad.ts";
import { ZendeskServer } from "./zendesk.ts";

export const minute = 60_000;
export const never = new AbortController().signal;

/** A server, the three desks, and a workspace with an admin and an advocate, fresh for each test. */
export function useHandover() {
  const server = useServer();
  const zendesk = serve(new ZendeskServer());
  const chatwoot = serve(new ChatwootServer());
  const zammad = serve(new ZammadServer());
  const desks = [
    {
      name: "Zendesk",
      desk: zendesk,
      opening: /^POST .*\/tickets\.json$/,
      target: (): Target => ({ kind: "zendesk", address: zendesk.address, user: zendesk.user }),
    },
    {
      name: "Chatwoot",
      desk: chatwoot,
      opening: /^POST .*\/conversations$/,
      target: (): Target => ({ kind: "chatwoot", address: chatwoot.address, account: 7, inbox: 3 }),
    },
    {
      name: "Zammad",
      desk: zammad,
      opening: /^POST .*\/tickets$/,
      target: (): Target => ({ kind: "zammad", address: zammad.address, group: "Social", customer: "social@acme.example" }),
    },
  ] as const;
  const people = { admin: null as TestDevice | null, ann: null as TestDevice | null };
  let integrationId = "";
  beforeEach(async () => {
    const workspace = await server().workspace();
    people.admin = await server().join(workspace, "admin");
    people.ann = await server().join(workspace, "advocate");
    integrationId = randomUUID();
  });
  const who = (name: keyof typeof people): TestDevice => {
    const device = people[name];
    if (device === null) throw new Error("only within a test");
    return device;
  };
  const admin = () => who("admin");
  const ann = () => who("ann");
  const take = async () => (await admin().run("claim.take", { mentionId: "x:1" })).claim?.fence ?? 0;
  /** One round of what the server does by itself. */
  const round = async () => {
    await gatherNews(server().deps, ann().workspaceId);
    await deliverDue(server().deps, ann().workspaceId, never);
  };
  return {
    server,
    desks,
    zendesk,
    chatwoot,
    zammad,
    admin,
    ann,
    id: () => integrationId,
    round,
    take,
    later: async (ms: number) => {
      server().clock.advance(ms);
      await round();
    },
    save: (target: Target, secret: string | null) =>
      admin().run("integration.save", { id: integrationId, name: "Desk", target, events: [], enabled: true, secret }),
    seen: async (): Promise<Integration | undefined> => (await admin().run("integration.list", {})).find(({ id }) => id === integrationId),
    log: () => admin().run("delivery.list", { integrationId }),
    escalate: (postId = "1") => ann().run("mention.report", sighting(postId, { excerpt: angry })),
    answer: async () => {
      const fence = await take();
      const url = "https://x.com/acme/status/9";
      await admin().run("reply.posted", { mentionId: "x:1", fence, text: "So sorry. We wrote to you.", url, proof: "seen" });
    },
  };
}
