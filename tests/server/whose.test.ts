import { beforeEach, describe, expect, it } from "vitest";
import { type BrandMark, pictureBounds, picturePrefix } from "../../lib/schema/brand.ts";
import type { NewInvitation } from "../../lib/schema/invitations.ts";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { parseInvitation } from "../../lib/sync/invitation.ts";
import { png } from "../support/png.ts";
import { type TestDevice, useServer } from "./support.ts";

const server = useServer();
let amy: TestDevice;

beforeEach(async () => {
  amy = await server().join(await server().workspace(), "admin");
});

const make = (how: Partial<NewInvitation> = {}) => amy.run("invitation.create", { role: "advocate", ...how });

async function whose(code: string) {
  const answer = await server().post("/v1/whose", { protocol: protocolVersion, code });
  return { status: answer.status, body: await answer.text() };
}
const join = (code: string) => server().post("/v1/join", { protocol: protocolVersion, code, name: "Kim" });

describe("whose community an invitation leads to", () => {
  it("is told to who has its code, as often as they ask, and uses nothing up", async () => {
    const mark: BrandMark = { kind: "picture", picture: picturePrefix + png(pictureBounds.side).toString("base64") };
    await amy.run("brand.set", { name: "<b>Acme</b> fans", mark });
    const { code } = await make();
    for (const asked of [code, code.toUpperCase(), code]) {
      const { status, body } = await whose(asked);
      expect([status, JSON.parse(body)]).toEqual([200, { name: "<b>Acme</b> fans", mark, forum: null }]);
    }
    expect((await join(code)).status).toBe(200);
  });

  it("is told to nobody else, in the same words whatever is wrong with the code", async () => {
    const used = await make();
    await join(used.code);
    const revoked = await make();
    for (const { id } of await amy.run("invitation.list", {})) await amy.run("invitation.revoke", { id });
    const expired = await make({ hours: 1 });
    server().clock.advance(2 * 3_600_000);
    const [workspace] = used.code.split("-");
    const wrong = [`${workspace}-${"0".repeat(26)}`, `${"0".repeat(12)}-${"0".repeat(26)}`, "nothing", "x".repeat(100)];
    const answers = [];
    for (const code of [used.code, revoked.code, expired.code, ...wrong]) answers.push(await whose(code));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(403);
    expect(answers[0]?.body).not.toContain("Acme");
  });

  it("is not tried out: after so many a minute there is no answer, but for who has one, who may still join", async () => {
    const { code } = await make();
    const wrong = `${code.split("-")[0]}-${"0".repeat(26)}`;
    const statuses = [];
    for (let n = 0; n < 22; n += 1) statuses.push((await whose(wrong)).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect((await whose(code)).status).toBe(200);
    expect((await join(code)).status).toBe(200);
  });

  it.each([{}, { code: 1 }, { code: "x".repeat(101) }, "{"])("is refused where it is asked with %j", async (body) => {
    const answer = await server().post("/v1/whose", typeof body === "string" ? body : { protocol: protocolVersion, ...body });
    expect(answer.status).toBe(400);
  });
});

it("the link of an invitation names the languages of those whom it is for, and is still one to join by", async () => {
  const { link, code } = await make({ languages: ["he-IL", "nb", "he", "<script>"] });
  expect(link).toBe(`https://fanswer.example/join?lang=he,nb#${code}`);
  expect(parseInvitation(link, null)).toEqual({ server: "https://fanswer.example", code });
  expect((await make()).link).toMatch(/\/join#/);
});
