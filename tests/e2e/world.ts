import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launch } from "../../scripts/browsers/launch.ts";
import { type Backend, startBackend } from "../../scripts/demo/backend.ts";
import { type DemoSites, startSites } from "../../scripts/demo/sites/server/sites.ts";
import { joinDevice, type OtherDevice } from "../../scripts/demo/steps/device.ts";
import { joinOnWelcome as joinAs, memberIn, type Participant } from "../../scripts/demo/steps/member.ts";
import { photograph } from "../../scripts/demo/steps/photograph.ts";
import type { BrowserName } from "../../scripts/machine/browser-path.ts";
import { builtExtension, dataFolder, demoPages } from "../../scripts/machine/folders.ts";
import { freePort } from "../../scripts/machine/port.ts";

/** A backend of its own, the demo sites, and browsers for as many people as a test needs. */
export interface World {
  readonly sites: DemoSites;
  /** An admin's device without a browser. */
  readonly admin: OtherDevice;
  /** Those with a browser that is open now. */
  readonly members: readonly Participant[];
  /** Somebody who has not joined anything, the same one in all tests of the `describe`. */
  guest(browser: BrowserName): Promise<Participant>;
  /** A browser profile with the extension, the built one unless another is named, that has not joined anything. */
  newcomer(browser: BrowserName, lang?: string, extension?: string): Promise<Participant>;
  /** One that has joined through the welcome page. */
  member(browser: BrowserName, role: "advocate" | "staff" | "admin", name: string): Promise<Participant>;
  stopBackend(): Promise<void>;
  /** With the data and at the address that it had. */
  startBackend(): Promise<void>;
  closeBrowsers(): Promise<void>;
  stop(): Promise<void>;
}

async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "fanswer-e2e-"));
  // Where root runs the tests, PostgreSQL is another user's, and would keep its data elsewhere.
  await chmod(folder, 0o755);
  const dataDir = join(folder, "data");
  const port = await freePort();
  let backend: Backend = await startBackend({ dataDir, port });
  const sites = await startSites({ pages: demoPages, baseMs: Date.now() });
  const admin = await joinDevice(backend.invitations.admin, "Observer");
  const members: Participant[] = [];
  const open = async (name: BrowserName, lang?: string, extension = builtExtension[name]) => {
    const options = { extension, profile: null, proxyPort: sites.proxyPort, headless: true, ...(lang && { lang }) };
    return memberIn(await launch(name, options));
  };
  const newcomer: World["newcomer"] = async (name, lang, extension) => {
    const member = await open(name, lang, extension);
    members.push(member);
    return member;
  };
  let guest: Promise<Participant> | undefined;
  const closeBrowsers = async () => {
    await Promise.all(members.splice(0).map(({ browser }) => browser.close()));
  };
  return {
    sites,
    admin,
    members,
    guest(name) {
      guest ??= open(name);
      return guest;
    },
    newcomer,
    async member(name, role, as) {
      const member = await newcomer(name);
      // Members of earlier tests are members still, and names are had once.
      await admin.freeName(as);
      await joinAs(member, await admin.invite(role), as);
      return member;
    },
    stopBackend: () => backend.stop(),
    async startBackend() {
      backend = await startBackend({ dataDir, port });
    },
    closeBrowsers,
    async stop() {
      await closeBrowsers();
      await (await guest)?.browser.close();
      await sites.stop();
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A world for the tests of a `describe`; browsers are closed after each test, and photographed when it failed. */
export function useWorld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(async ({ task }) => {
    if (!world) return;
    if (task.result?.state === "fail") await photograph(world.members, join(dataFolder, "failed", task.id));
    await world.closeBrowsers();
  });
  afterAll(() => world?.stop());
  return () => {
    if (!world) throw new Error("the world is there only inside of a test");
    return world;
  };
}
