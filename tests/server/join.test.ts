import { createHash, randomUUID } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { noAlertRules } from "../../lib/schema/alert-choices.ts";
import { usualBrakeRules } from "../../lib/schema/brake.ts";
import { noBrand } from "../../lib/schema/brand.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { usualLookRules } from "../../lib/schema/look-rules.ts";
import { usualRetention } from "../../lib/schema/retention.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { ErrorBody, JoinResponse, protocolVersion } from "../../lib/schema/wire.ts";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { useServer } from "./support.ts";

const server = useServer();

async function join(code: string, name = "Kim", joinId?: string) {
  const response = await server().post("/v1/join", { protocol: protocolVersion, code, name, joinId });
  return { status: response.status, body: await response.json() };
}

describe("joining", () => {
  it("makes a member of the invitation's role, on a device whose token only the device knows", async () => {
    const workspace = await server().workspace();
    const { status, body } = await join(await server().code(workspace, "staff"), "  Kim  ");
    const { token, member, workspace: joined } = v.parse(JoinResponse, body);
    expect(status).toBe(200);
    expect(member).toMatchObject({ name: "Kim", role: "staff", level: 0 });
    const triage = {
      triage: defaultTriageSettings,
      calibration: null,
      looks: usualLookRules,
      levels: usualLevelRules,
      retention: usualRetention,
      brakeRules: usualBrakeRules,
    };
    const usual = { brake: null, alerts: noAlertRules, brand: noBrand, clock: defaultClock, answering: noReplyPolicy, ...triage };
    expect(joined).toEqual({ id: workspace, name: "Acme", disclosure: "I'm an Acme customer", ...usual });
    const { rows } = await server().deps.pool.query("SELECT * FROM devices WHERE workspace_id = $1", [workspace]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
    expect(rows[0].token_hash).toEqual(
      createHash("sha256")
        .update(token.split(".")[1] ?? "")
        .digest(),
    );
  });

  it("refuses a wrong, a used, an expired and a nonsensical invitation in the same words", async () => {
    const workspace = await server().workspace();
    const used = await server().code(workspace, "advocate");
    await join(used);
    const expired = await server().code(workspace, "advocate");
    server().clock.advance(7 * 24 * 60 * 60_000 + 1);
    const wrong = `${workspace}-${"a".repeat(26)}`;
    const elsewhere = `000000000000-${used.split("-")[1]}`;
    const refusals = await Promise.all([used, expired, wrong, elsewhere, "nonsense", ""].map((code) => join(code)));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(v.parse(ErrorBody, refusals[0]?.body).error.code).toBe("invitation_invalid");
    expect(refusals[0]?.status).toBe(403);
  });

  it("uses nothing up when robots look at the page behind an invitation", async () => {
    const code = await server().code(await server().workspace(), "advocate");
    for (const method of ["GET", "HEAD", "GET"]) expect((await server().app.request(`/join#${code}`, { method })).status).toBe(200);
    // A program that escapes the # does send the code.
    await server().app.request(`/join?code=${code}`);
    expect((await join(code)).status).toBe(200);
  });

  it("lets one in when two use the same invitation at once", async () => {
    const code = await server().code(await server().workspace(), "advocate");
    const statuses = (await Promise.all([join(code, "Ann"), join(code, "Ben")])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 403]);
  });

  it("answers a device again whose answer was lost, as the same member, and nobody else", async () => {
    const workspace = await server().workspace();
    const code = await server().code(workspace, "advocate");
    const joinId = randomUUID();
    const lost = v.parse(JoinResponse, (await join(code, "Kim", joinId)).body);
    const again = v.parse(JoinResponse, (await join(code, "Kim", joinId)).body);
    expect(again).toEqual({ ...lost, token: again.token });
    const sync = async (token: string) =>
      (await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations: [] }, token)).status;
    expect([await sync(lost.token), await sync(again.token)]).toEqual([401, 200]);
    expect((await join(code, "Kim", randomUUID())).status).toBe(403);
    expect((await join(code, "Kim")).status).toBe(403);
    const { rows } = await server().deps.pool.query("SELECT 1 FROM members WHERE workspace_id = $1", [workspace]);
    expect(rows).toHaveLength(1);
  });

  const tryFrom = async (forwarded: string, code: string) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": forwarded };
    const body = JSON.stringify({ protocol: protocolVersion, code, name: "Kim" });
    return (await server().app.request("/v1/join", { method: "POST", headers, body })).status;
  };
  const guess = (workspace: string, n: number) => `${workspace}-${String(n).padStart(26, "0")}`;
  const tally = (statuses: readonly number[]) => statuses.filter((status) => status === 403).length;

  it("counts tries by the address that the trusted proxy saw, however that is written, not by one that the caller made up", async () => {
    const workspace = await server().workspace();
    const written = ["192.0.2.1", "192.0.2.1:4711", "::ffff:192.0.2.1", "[::ffff:192.0.2.1]:80"];
    const statuses = [];
    for (let n = 0; n < 40; n++) statuses.push(await tryFrom(`10.0.0.${n}, ${written[n % 4]}`, guess(workspace, n)));
    expect(tally(statuses)).toBe(20);
    expect(await tryFrom("10.0.0.99, 192.0.2.1", guess(workspace, 99))).toBe(429);
    expect(await tryFrom("192.0.2.2", guess(workspace, 99))).toBe(403);
  });

  it("counts a network of IPv6 as one", async () => {
    const workspace = await server().workspace();
    const statuses = [];
    for (let n = 0; n < 40; n++) statuses.push(await tryFrom(`2001:db8:0:7:${n}::${n}`, guess(workspace, n)));
    expect(tally(statuses)).toBe(20);
  });

  it("counts before the work: of many guesses at once no more get through", async () => {
    const workspace = await server().workspace();
    const statuses = await Promise.all(Array.from({ length: 300 }, (_, n) => tryFrom("198.51.100.1", guess(workspace, n))));
    expect(tally(statuses)).toBe(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(280);
  });

  it("slows down who guesses, and nobody who holds an invitation, though a proxy makes them one address", async () => {
    const workspace = await server().workspace();
    const good = await server().code(workspace, "advocate");
    const mine = await server().code(await server().workspace(), "advocate");
    for (let n = 0; n < 60; n++) await tryFrom("198.51.100.2", n % 2 ? guess(workspace, n) : "nonsense");
    expect(await tryFrom("198.51.100.2", guess(workspace, 99))).toBe(429);
    expect(await tryFrom("198.51.100.2", "nonsense")).toBe(429);
    expect(await tryFrom("198.51.100.2", mine)).toBe(200);
    expect(await tryFrom("198.51.100.2", good)).toBe(200);
    server().clock.advance(60_001);
    expect(await tryFrom("198.51.100.2", guess(workspace, 99))).toBe(403);
  });

  it("reads no more than an invitation takes", async () => {
    expect((await server().post("/v1/join", { protocol: protocolVersion, code: "x", name: "y".repeat(9_000) })).status).toBe(413);
  });

  it("refuses a name that is empty or too long", async () => {
    const code = await server().code(await server().workspace(), "advocate");
    for (const name of ["", "   ", "n".repeat(81)])
      expect(await join(code, name)).toMatchObject({ status: 400, body: { error: { code: "malformed" } } });
    expect((await join(code)).status).toBe(200);
  });
});
