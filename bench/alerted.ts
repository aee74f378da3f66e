import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { usualChoices } from "../lib/schema/alert-choices.ts";
import type { Sighting } from "../lib/schema/mention.ts";
import { allowingCopy } from "../scripts/browsers/allowing.ts";
import { launchChromium } from "../scripts/browsers/chromium.ts";
import type { ExtensionBrowser } from "../scripts/browsers/handle.ts";
import { startBackend } from "../scripts/demo/backend.ts";
import { buildExtension } from "../scripts/demo/build.ts";
import { joinDevice, type OtherDevice } from "../scripts/demo/steps/device.ts";
import { joinOnWelcome, memberIn } from "../scripts/demo/steps/member.ts";
import { builtExtension } from "../scripts/machine/folders.ts";
import { withScratch } from "../scripts/machine/scratch.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { newDataFolder, removeDataFolder } from "./kit/data-folder.ts";
import { missingBrowser } from "./kit/missing.ts";
import { median, quantile } from "./kit/numbers.ts";

/** How often it is looked whether the notification is there: what is measured is late by half of it in the middle. */
const lookMs = 50;
/** A notification that does not come at all is a fault, and no figure. */
const patienceMs = 180_000;
const ofPost = "fanswer post.en";

function sightingOf(postId: string): Sighting {
  const scores = {
    sentiment: 0,
    sentimentLabel: "neutral",
    anger: 0,
    urgency: 0,
    technical: 0,
    complaint: 0,
    threat: 0,
    danger: 0,
  } as const;
  return {
    ...{ site: "x", postId, permalink: `https://x.com/someone/status/${postId}`, partial: false, lang: "en", isReply: false },
    author: { handle: "someone", name: "Some One", verified: false },
    excerpt: "How do I pair my acme earbuds with a second phone?",
    postedAt: new Date().toISOString(),
    counts: { replies: 0, reposts: 0, likes: 0, views: null },
    hits: [{ entryId: "brand", label: "Acme", start: 16, end: 20, form: "exact", context: [] }],
    triage: {
      ...scores,
      hazard: "none",
      answerability: 1,
      lang: "en",
      kind: "question",
      reach: 0,
      priority: 10,
      route: "community",
      reasons: [],
    },
  };
}

/** Asks in the extension's worker which notifications the browser shows: it needs no window. */
async function noticesOf({ browser }: ExtensionBrowser): Promise<string[]> {
  const worker = await browser
    .targets()
    .find((target) => target.type() === "service_worker")
    ?.worker();
  const ids = await worker?.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { notifications: { getAll(): Promise<object> } } };
    return Object.keys(await chrome.notifications.getAll());
  });
  return ids ?? [];
}

async function until(isSo: () => Promise<boolean>): Promise<number> {
  const beganMs = performance.now();
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - beganMs > patienceMs) throw new Error("no notification came, or one that was to go stayed");
    await sleep(lookMs);
  }
  return performance.now() - beganMs;
}

/** From the server's answer to a report until the notification stands, for so many posts one after the other, in ms. */
async function timesOf(browser: ExtensionBrowser, admin: OtherDevice, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const postId = String(1_900_000_000_000_000_000n + BigInt(Date.now()));
    await admin.run("mention.report", sightingOf(postId));
    times.push(await until(async () => (await noticesOf(browser)).includes(ofPost)));
    await admin.run("mention.dismiss", { mentionId: `x:${postId}`, reason: "spam" });
    await until(async () => !(await noticesOf(browser)).includes(ofPost));
  }
  return times;
}

/** A member who wants alerts at any hour, as many as there may be. */
async function memberWanting(extension: string, invitation: string, name: string): Promise<ExtensionBrowser> {
  const browser = await launchChromium({ extension, profile: null, headless: true, proxyPort: 9, lang: "en" });
  await joinOnWelcome(memberIn(browser), invitation, name);
  const settings = await browser.openExtensionPage("options.html");
  const choices = { ...usualChoices("UTC"), quiet: null, perHour: 20 };
  await settings.evaluate(
    (message) =>
      (globalThis as unknown as { chrome: { runtime: { sendMessage(of: object): Promise<unknown> } } }).chrome.runtime.sendMessage(message),
    { id: randomUUID(), name: "alerts.choose", args: { choices } },
  );
  return browser;
}

function* rowsOf(metric: string, times: readonly number[], gate: number): Generator<Figure> {
  const row = { unit: "s", aim: null, better: "lower" } as const;
  yield { ...row, metric: `${metric}, median of ${times.length}`, value: median(times) / 1000, gate: null };
  yield { ...row, metric: `${metric}, 95th percentile`, value: quantile(times, 0.95) / 1000, gate };
}

const benchmark: Benchmark = {
  about: "from a post on the server to the notification in Chromium, a window open and all closed (rounds are posts each)",
  missing: () => missingBrowser(["chromium"]),
  rounds: 15,
  async *run({ rounds, note }) {
    note("building the extension");
    await buildExtension("chromium");
    const dataDir = newDataFolder();
    const backend = await startBackend({ dataDir });
    const times = await withScratch(async (folder) => {
      const admin = await joinDevice(backend.invitations.admin, "Observer");
      const copy = await allowingCopy(builtExtension.chromium, folder);
      const measured = async (name: string, isOpen: boolean) => {
        const browser = await memberWanting(copy, await admin.invite("advocate"), name);
        try {
          if (!isOpen) for (const page of await browser.browser.pages()) await page.close();
          return await timesOf(browser, admin, rounds);
        } finally {
          await browser.browser.close();
        }
      };
      note("a window is open");
      const open = await measured("Open", true);
      note("no window is open");
      return { open, closed: await measured("Closed", false) };
    }).finally(async () => {
      await backend.stop();
      removeDataFolder(dataDir);
    });
    yield* rowsOf("with a window open", times.open, 3);
    yield* rowsOf("with the windows closed", times.closed, 60);
  },
};

export default benchmark;
