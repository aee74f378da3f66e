import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import pg from "pg";
import * as v from "valibot";
import { afterAll, beforeAll, inject } from "vitest";
import type { Mention, Sighting } from "../../lib/schema/mention.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../lib/schema/operations.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { type Cursor, JoinResponse, limits, protocolVersion, SyncResponse } from "../../lib/schema/wire.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import { createOutbound } from "../../server/egress/outbound.ts";
import { createApp } from "../../server/http/app.ts";
import { newId } from "../../server/ids.ts";
import { createModels } from "../../server/models/models.ts";
import { invite } from "../../server/operations/invitation.ts";
import { openPool } from "../../server/store/pool.ts";
import { all } from "../../server/store/statement.ts";
import { insertWorkspace } from "../../server/store/workspaces.ts";
import { createHub } from "../../server/wake/hub.ts";
import { triaged } from "../support/samples.ts";

/** A clock that a test moves. */
class Clock {
  private ms = Date.parse("2026-03-02T10:00:00.000Z");
  now = (): Date => new Date(this.ms);
  advance(ms: number): void {
    this.ms += ms;
  }
}

/** One installed extension, as far as the server can tell. */
export interface TestDevice {
  readonly memberId: string;
  readonly deviceId: string;
  readonly workspaceId: string;
  readonly token: string;
  sync(operations: readonly unknown[], since?: Cursor | null): Promise<v.InferOutput<typeof SyncResponse>>;
  /** Runs one operation; gives its value or throws `code`. */
  run<N extends OperationName>(name: N, args: OperationArgs<N>, id?: string): Promise<OperationResult<N>>;
}

/** The code that an operation was refused with. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export class TestServer {
  readonly clock = new Clock();
  readonly deps: Deps;
  readonly app: Hono;
  private drop: () => Promise<void> = async () => {};

  /** Address of its database. */
  readonly url: string;

  private constructor(url: string) {
    const pool = openPool(url, () => {});
    this.url = url;
    const { now } = this.clock;
    const publicUrl = () => "https://fanswer.example";
    const log: Deps["log"] = (level, event, fields) => {
      if (level === "error") console.error(event, fields);
    };
    const allowedHosts = ["127.0.0.1"];
    const call = createOutbound({ allowedHosts, timeoutMs: 400, now });
    const times = { timeoutMs: 6_000, silenceMs: 1_500 };
    const models = createModels({ allowedHosts, secret: Buffer.alloc(32, 7), ...times });
    const ending = new AbortController().signal;
    this.deps = createDeps({ pool, now, log, wake: createHub(0), publicUrl, trustedProxies: 1, ending, call, models });
    this.app = createApp(this.deps);
  }

  static async open(): Promise<TestServer> {
    const { url, template } = inject("database");
    if (template === null) return new TestServer(url);
    const name = `test_${newId()}`;
    await onCluster(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    const server = new TestServer(url.replace("/postgres?", `/${name}?`));
    server.drop = () => onCluster(url, `DROP DATABASE ${name}`);
    return server;
  }

  /** On a database that is there, and stays. */
  static at(url: string): TestServer {
    return new TestServer(url);
  }

  async close(): Promise<void> {
    await this.deps.pool.end();
    await this.drop();
  }

  /** A fresh workspace. */
  async workspace(): Promise<string> {
    const id = newId();
    await all(this.deps.pool, insertWorkspace, id, "Acme", "I'm an Acme customer", newId(), this.clock.now());
    return id;
  }

  async code(workspaceId: string, role: Role): Promise<string> {
    const how = { workspaceId, id: newId(), role, createdBy: null };
    return (await invite(this.deps.pool, "https://fanswer.example", this.clock.now(), how)).code;
  }

  post(path: string, body: unknown, token?: string): Promise<Response> {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    return Promise.resolve(
      this.app.request(path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) }),
    );
  }

  /** Joins a workspace; `level` is the trust level that the member is given afterwards. */
  async join(workspaceId: string, role: Role, level = 1): Promise<TestDevice> {
    const code = await this.code(workspaceId, role);
    const response = await this.post("/v1/join", { protocol: protocolVersion, code, name: nameFor(workspaceId, role) });
    const { token, member, deviceId } = v.parse(JoinResponse, await response.json());
    await this.deps.pool.query("UPDATE members SET level = $3 WHERE workspace_id = $1 AND member_id = $2", [workspaceId, member.id, level]);
    const sync: TestDevice["sync"] = async (operations, since = null) => {
      const answer = await this.post("/v1/sync", { protocol: protocolVersion, since, operations }, token);
      return v.parse(SyncResponse, await answer.json());
    };
    const { rows } = await this.deps.pool.query("SELECT epoch FROM workspaces WHERE workspace_id = $1", [workspaceId]);
    const nothingNew: Cursor = { epoch: rows[0].epoch, revision: Number.MAX_SAFE_INTEGER };
    return {
      memberId: member.id,
      deviceId,
      workspaceId,
      token,
      sync,
      async run<N extends OperationName>(name: N, args: OperationArgs<N>, id: string = randomUUID()) {
        const { results } = await sync([{ id, name, args }], nothingNew);
        const [outcome] = results;
        if (!outcome?.ok) throw new Refused(outcome?.error.code ?? "nothing", outcome?.error.message ?? "no outcome");
        return outcome.value as OperationResult<N>;
      },
    };
  }
}

async function onCluster(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** How many joined a workspace in a role: members of one workspace have names of their own. */
const joined = new Map<string, number>();

function nameFor(workspaceId: string, role: Role): string {
  const key = `${workspaceId} ${role}`;
  const number = (joined.get(key) ?? 0) + 1;
  joined.set(key, number);
  return number === 1 ? `A ${role}` : `A ${role} (${number})`;
}

/** One server per test file, on a database of its own. */
export function useServer(): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.open();
  });
  afterAll(() => server.close());
  return () => server;
}

/** Two advocates, whose replies need no review unless told otherwise, and one of staff in a fresh workspace. */
export async function team(server: TestServer, secondLevel = 1, firstLevel = 1): Promise<[TestDevice, TestDevice, TestDevice]> {
  const workspace = await server.workspace();
  const ann = await server.join(workspace, "advocate", firstLevel);
  const ben = await server.join(workspace, "advocate", secondLevel);
  return [ann, ben, await server.join(workspace, "staff")];
}

/** Everything since a cursor, page by page. */
export async function everything(device: TestDevice, since: Cursor | null = null) {
  const changes = [];
  for (let cursor = since; ; ) {
    const page = await device.sync([], cursor);
    changes.push(...page.changes);
    const isDelta = cursor !== null && cursor.until === undefined;
    cursor = page.cursor;
    if (!page.more) return { changes, cursor };
    if (isDelta && page.changes.length !== limits.changes) throw new Error("a page that is not the last must be full");
  }
}

/** The mentions that a device sees, by id. */
export async function mentionsOf(device: TestDevice): Promise<Map<string, Mention>> {
  const { changes } = await everything(device);
  return new Map(changes.flatMap((change) => (change.kind === "mention" ? [[change.value.id, change.value]] : [])));
}

const calm: Triage = { ...triaged, reach: 0, priority: 10 };

/** Has one member asked to look again at another's answer, as the lot may. */
export const askToLook = ({ deps }: TestServer, mentionId: string, author: TestDevice, reader: TestDevice) =>
  deps.pool.query(
    `INSERT INTO second_looks (workspace_id, mention_id, author, since, asked, asked_at) VALUES ($1, $2, $3, $4, ARRAY[$5], $4)
     ON CONFLICT (workspace_id, mention_id) DO UPDATE SET asked = excluded.asked, asked_at = excluded.asked_at`,
    [author.workspaceId, mentionId, author.memberId, deps.now(), reader.memberId],
  );

/** A report of a calm question on X; `changed` says what is different. */
export function sighting(postId: string, changed: Partial<Sighting> = {}): Sighting {
  return {
    site: "x",
    postId,
    permalink: `https://x.com/someone/status/${postId}`,
    author: { handle: "someone", name: "Some One", verified: false },
    excerpt: "Does the acme app work on tablets?",
    partial: false,
    lang: "en",
    postedAt: "2026-03-02T09:30:00.000Z",
    isReply: false,
    counts: { replies: 0, reposts: 0, likes: 1, views: 40 },
    hits: [{ entryId: "brand", label: "Acme", start: 9, end: 13, form: "exact", context: [] }],
    triage: calm,
    ...changed,
  };
}

export const angry =
  "This is the third time the acme app lost everything. I am furious, this is an absolute disgrace, worst company ever!!!";
export { calm };
