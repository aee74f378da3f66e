import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demoPages } from "../machine/folders.ts";
import { freePort, isFree } from "../machine/port.ts";
import { type Backend, startBackend } from "./backend.ts";
import { type DemoSites, startSites } from "./sites/server/sites.ts";

/** Everything of the demo but the browsers. */
export interface Stage {
  readonly backend: Backend;
  readonly sites: DemoSites;
  /** Where the backend listens. */
  readonly port: number;
  stop(): Promise<void>;
}

/** What a later start needs to find the same demo: the port its devices know, and the time its posts count from. */
interface Kept {
  readonly port: number;
  readonly baseMs: number;
}

/** From then on the posts of the demo are all too late to answer, and it begins with new ones. */
const freshForMs = 12 * 3_600_000;

async function keep(folder: string, nowMs: number, freshPosts: boolean): Promise<Kept> {
  const file = join(folder, "start.json");
  const old = await readFile(file, "utf8").then(
    (text) => JSON.parse(text) as Kept,
    () => null,
  );
  const port = old && (await isFree(old.port)) ? old.port : await freePort();
  const baseMs = old && !freshPosts && nowMs - old.baseMs < freshForMs ? old.baseMs : nowMs;
  await writeFile(file, JSON.stringify({ port, baseMs }));
  return { port, baseMs };
}

/**
 * Starts backend and demo sites over the data in `folder`, which is made when it is not there. The sites show the posts of the last
 * start, answered ones among them, unless they are old by now or `freshPosts` are wanted.
 */
export async function setStage(folder: string, { freshPosts = false } = {}): Promise<Stage> {
  await mkdir(folder, { recursive: true });
  const kept = await keep(folder, Date.now(), freshPosts);
  const backend = await startBackend({ dataDir: join(folder, "data"), port: kept.port });
  const sites = await startSites({ pages: demoPages, baseMs: kept.baseMs });
  return {
    port: kept.port,
    backend,
    sites,
    async stop() {
      await sites.stop();
      await backend.stop();
    },
  };
}
