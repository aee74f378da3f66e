import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { Target } from "../../lib/schema/integration.ts";
import { writeBackup } from "../../server/backup/write.ts";
import type { Deps } from "../../server/deps.ts";
import { deliverDue } from "../../server/handover/deliver.ts";
import { createKeyring, type Keyring } from "../../server/models/keyring.ts";
import { sealStored } from "../../server/models/seal-stored.ts";
import { formerSecrets, readSecret } from "../../server/models/secret-key.ts";
import { withClient } from "../../server/store/pool.ts";
import { Served, serve } from "./desks/served.ts";
import { type TestDevice, useServer } from "./support.ts";

const server = useServer();
let admin: TestDevice;
const never = new AbortController().signal;
const [present, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
const silent: Deps["log"] = () => {};

class Chat extends Served {
  heard = 0;
  constructor() {
    super();
    this.app.post("*", (context) => {
      this.heard += 1;
      return context.text("ok");
    });
  }
  override forget(): void {
    this.heard = 0;
  }
}
const chat = serve(new Chat());

const whsec = `whsec_${Buffer.from("a signing secret of 24 bytes").toString("base64")}`;
const kinds: readonly (readonly [Target, string])[] = [
  [{ kind: "webhook", address: "https://hooks.example" }, whsec],
  [{ kind: "chat" }, "https://chat.example/services/T0/B0/open-sesame"],
  [{ kind: "zendesk", address: "https://desk.example", user: "desk@acme.example" }, "zendesk-open-sesame"],
  [{ kind: "chatwoot", address: "https://desk.example", account: 1, inbox: 2 }, "chatwoot-open-sesame"],
  [{ kind: "zammad", address: "https://desk.example", group: "Social", customer: "social@acme.example" }, "zammad-open-sesame"],
];

const save = (id: string, target: Target, secret: string | null) =>
  admin.run("integration.save", { id, name: "Ours", target, events: [], enabled: true, secret });
const row = async (id: string) =>
  (await server().deps.pool.query("SELECT * FROM integrations WHERE integration_id = $1", [id])).rows[0] as {
    sealed_secret: Buffer;
    hook_code: string;
  };
const withKeys = (keys: Keyring): Deps => ({ ...server().deps, models: { ...server().deps.models, keys } });
const seal = (keys: Keyring, log = silent) => sealStored({ pool: server().deps.pool, keys, log });
const opened = async (keys: Keyring, id: string) => keys.open((await row(id)).sealed_secret, `${admin.workspaceId} ${id}`);

beforeEach(async () => {
  admin = await server().join(await server().workspace(), "admin");
});

it.each(kinds)("the secret of %o stands nowhere in the database, nor in a backup", async (target, secret) => {
  await save(randomUUID(), target, secret);
  const folder = await mkdtemp(join(tmpdir(), "fanswer-sealed-"));
  const { signal } = new AbortController();
  await withClient(server().url, (client) => writeBackup(client, join(folder, "all.gz"), server().clock.now(), signal));
  const all = gunzipSync(await readFile(join(folder, "all.gz"))).toString();
  expect(all).toContain(target.kind);
  expect(all).not.toContain(secret);
  await rm(folder, { recursive: true });
});

describe("when the server's secret changes", () => {
  it("what the former one sealed is sealed anew, models' keys too", async () => {
    const id = randomUUID();
    await save(id, { kind: "chat" }, "https://chat.example/open-sesame");
    await admin.run("model.set", { address: "https://models.example/v1", model: "small", key: "sk-open-sesame" });
    await seal(createKeyring(other, [present]));
    const alone = createKeyring(other);
    expect(await opened(alone, id)).toBe("https://chat.example/open-sesame");
    const { rows } = await server().deps.pool.query("SELECT sealed_key FROM language_models WHERE workspace_id = $1", [admin.workspaceId]);
    expect(alone.open(rows[0].sealed_key, admin.workspaceId)).toBe("sk-open-sesame");
    expect(await opened(createKeyring(present), id)).toBeNull();
  });

  it("and nobody has the former one, the log says what to do and nothing is thrown away", async () => {
    const id = randomUUID();
    await save(id, { kind: "chat" }, "https://chat.example/open-sesame");
    const lines: unknown[][] = [];
    await seal(createKeyring(other), (...line) => void lines.push(line));
    const ours = lines.filter(([, , fields]) => (fields as { workspace: string }).workspace === admin.workspaceId);
    expect(ours).toMatchObject([["warn", "secrets_lost", { lost: 1, todo: expect.stringMatching(/SECRET_KEY_BEFORE/) }]]);
    expect(JSON.stringify(ours)).not.toContain("sesame");
    expect(await opened(createKeyring(present), id)).toBe("https://chat.example/open-sesame");
  });

  it("the connection says so and waits, until the key is entered again", async () => {
    const id = randomUUID();
    const address = `${chat.address}/services/open-sesame`;
    await save(id, { kind: "chat" }, address);
    await admin.run("integration.test", { integrationId: id });
    await deliverDue(withKeys(createKeyring(other)), admin.workspaceId, never);
    expect((await admin.run("integration.list", {}))[0]).toMatchObject({ problem: "secret_lost", waiting: 1 });
    expect(chat.heard).toBe(0);
    await save(id, { kind: "chat" }, address);
    await deliverDue(server().deps, admin.workspaceId, never);
    expect(chat.heard).toBe(1);
    expect((await admin.run("integration.list", {}))[0]).toMatchObject({ problem: null, waiting: 0 });
  });

  it("the former one comes from the setting of before, and from the folder that a setting took over from", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fanswer-secret-"));
    const ofFolder = await readSecret(null, folder);
    expect(await formerSecrets(null, null, folder)).toEqual([]);
    expect(await formerSecrets("new", null, folder)).toEqual([ofFolder]);
    expect(await formerSecrets("new", "old", folder)).toEqual([await readSecret("old", folder), ofFolder]);
    expect(await formerSecrets("new", "old", join(folder, "nothing"))).toHaveLength(1);
    await rm(folder, { recursive: true });
  });
});
