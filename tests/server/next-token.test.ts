import * as v from "valibot";
import { beforeEach, describe, expect, it } from "vitest";
import { protocolVersion, SyncResponse } from "../../lib/schema/wire.ts";
import { readCredential, tokenAfter } from "../../server/ids.ts";
import { nextToken, tokenMs } from "../../server/next-token.ts";
import { type TestDevice, TestServer, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;

beforeEach(async () => {
  ann = await server().join(await server().workspace(), "advocate");
});

/** What a device that asks with `token` is offered; the code of the refusal where it is refused. */
async function ask(token: string, on: TestServer = server()): Promise<string | null> {
  const answer = await on.post("/v1/sync", { protocol: protocolVersion, since: null, operations: [] }, token);
  const body = await answer.json();
  if (!answer.ok) return `refused: ${(body as { error: { code: string } }).error.code}`;
  return v.parse(SyncResponse, body).token ?? null;
}
const rows = async () => (await server().deps.pool.query("SELECT * FROM devices WHERE workspace_id = $1", [ann.workspaceId])).rows;

describe("a device's token", () => {
  it("stays for 90 days", async () => {
    expect(await ask(ann.token)).toBeNull();
    server().clock.advance(tokenMs - 1);
    expect(await ask(ann.token)).toBeNull();
  });

  it("works until the next one was used, however often that is lost on its way; then it is dead", async () => {
    server().clock.advance(tokenMs);
    const offered = [];
    for (let day = 0; day < 5; day++) {
      offered.push(await ask(ann.token));
      server().clock.advance(24 * 3_600_000);
    }
    const [next = ""] = offered as string[];
    expect(next).toMatch(new RegExp(`^${ann.workspaceId}\\.[\\w-]{43}$`));
    expect(new Set(offered)).toEqual(new Set([next]));
    expect(await ask(next)).toBeNull();
    expect(await ask(ann.token)).toBe("refused: unauthorized");
    expect(await ask(next)).toBeNull();
    server().clock.advance(tokenMs);
    const third = (await ask(next)) ?? "";
    expect(third).not.toBe(next);
    expect(await ask(third)).toBeNull();
  });

  it("is kept as a hash only, as is the next one", async () => {
    server().clock.advance(tokenMs);
    const next = (await ask(ann.token)) ?? "";
    const kept = (await rows())[0];
    expect(kept.next_hash).toEqual(readCredential(next).hash);
    for (const token of [ann.token, next]) {
      const secret = token.split(".")[1] ?? "";
      expect(JSON.stringify(kept)).not.toContain(secret);
      expect(Object.values(kept).filter((value) => Buffer.isBuffer(value) && value.equals(Buffer.from(secret, "base64url")))).toEqual([]);
    }
    await ask(next);
    expect((await rows())[0]).toMatchObject({ next_hash: null, next_salt: null });
  });

  it("is followed by one and the same, whichever of two servers is asked, also by two requests at once", async () => {
    const other = TestServer.at(server().url);
    try {
      other.clock.advance(server().clock.now().getTime() - other.clock.now().getTime());
      for (const each of [server(), other]) each.clock.advance(tokenMs);
      const offered = await Promise.all([server(), other, server(), other].map((on) => ask(ann.token, on)));
      const [next = ""] = offered as string[];
      expect(new Set(offered)).toEqual(new Set([next]));
      // The first use, at both at once: each lets it in.
      expect(await Promise.all([server(), other, other, server()].map((on) => ask(next, on)))).toEqual([null, null, null, null]);
      expect(await Promise.all([server(), other].map((on) => ask(ann.token, on)))).toEqual([
        "refused: unauthorized",
        "refused: unauthorized",
      ]);
    } finally {
      await other.close();
    }
  });

  it("is taken up by any way in, such as the look-up of posts", async () => {
    server().clock.advance(tokenMs);
    const next = (await ask(ann.token)) ?? "";
    const handled = await server().post("/v1/handled", { protocol: protocolVersion, buckets: [] }, next);
    expect(handled.status).toBe(200);
    expect(await ask(ann.token)).toBe("refused: unauthorized");
  });

  it("holds when the server's clock is set back", async () => {
    server().clock.advance(tokenMs);
    const next = (await ask(ann.token)) ?? "";
    server().clock.advance(-2 * tokenMs);
    expect(await ask(ann.token)).toBeNull();
    expect(await ask(next)).toBeNull();
    server().clock.advance(-tokenMs);
    expect(await ask(next)).toBeNull();
    server().clock.advance(3 * tokenMs);
  });

  it("offers none to a device that is let in no more, whose next one says why too", async () => {
    server().clock.advance(tokenMs);
    const next = (await ask(ann.token)) ?? "";
    const other = await server().join(ann.workspaceId, "admin");
    await other.run("member.sign_out", { memberId: ann.memberId });
    expect(await ask(ann.token)).toBe("refused: signed_out");
    expect(await ask(next)).toBe("refused: signed_out");
  });

  it("cannot be replaced by who knows only what the database holds", async () => {
    server().clock.advance(tokenMs);
    await ask(ann.token);
    const { token_hash, next_salt } = (await rows())[0];
    const guess = tokenAfter(`${ann.workspaceId}.${token_hash.toString("base64url")}`, next_salt);
    expect(await ask(guess)).toBe("refused: unauthorized");
  });

  it("is followed by none when it was exchanged between the look and the offer", async () => {
    server().clock.advance(tokenMs);
    const entry = await server().deps.door(ann.token);
    const next = (await ask(ann.token)) ?? "";
    await ask(next);
    expect(await nextToken(server().deps, entry, ann.token)).toBeNull();
  });
});
