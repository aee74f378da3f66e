import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newNonce, readSignOn, type SignOn, signOnUrl } from "../../../server/connectors/discourse-connect.ts";

const at = new Date("2026-03-02T10:00:00.000Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const signOn: SignOn = { workspaceId: "acmefriends1", secret: "d836444a9e4084d5b224a60c208dce14", browser: "b".repeat(64) };

/** As the forum answers. */
function answer(said: Record<string, string>, secret = signOn.secret) {
  const sso = Buffer.from(new URLSearchParams(said).toString()).toString("base64");
  return { sso, sig: createHmac("sha256", secret).update(sso).digest("hex") };
}
const vouched = (nonce = newNonce(signOn, at)) => ({ nonce, external_id: "17", groups: "staff,trust_level_0,trust_level_1,trust_level_2" });
const read = (given: { sso: string; sig: string }, who = signOn, when = later(1)) => readSignOn(who, given, when);
const refused = (code: string) => expect.objectContaining({ code });

it("signs as the example in Discourse's own documents does", () => {
  const nonce = "cb68251eefb5211e58c00ff1395f0c0b";
  const sso = Buffer.from(`nonce=${nonce}`).toString("base64");
  expect(sso).toBe("bm9uY2U9Y2I2ODI1MWVlZmI1MjExZTU4YzAwZmYxMzk1ZjBjMGI=");
  expect(createHmac("sha256", signOn.secret).update(`${sso}\n`).digest("hex")).toBe(
    "2828aa29899722b35a2f191d34ef9b3ce695e0e6eeec47deb46d588d70c7cb56",
  );
});

it("asks with a nonce and the way back, signed", () => {
  const url = new URL(signOnUrl("https://forum.example/community", signOn.secret, "n1", "https://fans.example/join/forum/acmefriends1"));
  const { sso = "", sig } = Object.fromEntries(url.searchParams);
  expect(`${url.origin}${url.pathname}`).toBe("https://forum.example/community/session/sso_provider");
  expect(Object.fromEntries(new URLSearchParams(Buffer.from(sso, "base64").toString()))).toEqual({
    nonce: "n1",
    return_sso_url: "https://fans.example/join/forum/acmefriends1",
  });
  expect(sig).toBe(createHmac("sha256", signOn.secret).update(sso).digest("hex"));
});

describe("an answer of the forum", () => {
  it("names the account and how far the forum trusts it", () => {
    const said = vouched();
    expect(read(answer(said))).toEqual({ nonce: said.nonce, account: 17, trust: 2 });
    expect(read(answer({ ...said, groups: "vertrauensstufe_4,team_3,trust_level_9" })).trust).toBe(0);
    const { groups: _, ...without } = said;
    expect(read(answer(without)).trust).toBe(0);
  });

  it.each([
    ["signed with another secret", answer(vouched(), "another secret")],
    ["without a signature", { ...answer(vouched()), sig: "" }],
    ["with half a signature", { ...answer(vouched()), sig: answer(vouched()).sig.slice(0, 32) }],
    ["with something else for a signature", { ...answer(vouched()), sig: "zz".repeat(32) }],
    ["changed on its way", { ...answer(vouched()), sso: answer({ ...vouched(), external_id: "1" }).sso }],
    ["of nobody", answer({ ...vouched(), external_id: "" })],
    ["of a system account", answer({ ...vouched(), external_id: "-1" })],
    ["of an account that is no number", answer({ ...vouched(), external_id: "17 OR 1=1" })],
    ["of a number beyond all", answer({ ...vouched(), external_id: "9".repeat(30) })],
  ])("%s is refused", (_, given) => {
    expect(() => read(given)).toThrow(refused("sign_on_invalid"));
  });

  it.each([
    ["another workspace", { ...signOn, workspaceId: "othersplace1" }],
    ["another browser", { ...signOn, browser: "c".repeat(64) }],
  ])("that was begun for %s is refused", (_, who) => {
    expect(() => read(answer(vouched()), who)).toThrow(refused("sign_on_over"));
  });

  it.each(["", "x", "..", "zzzzzzzzzzzz.aaaa.bbbb", newNonce({ ...signOn, secret: "guessed" }, at), `${newNonce(signOn, at)}x`])(
    "with the nonce %j is refused",
    (nonce) => {
      expect(() => read(answer(vouched(nonce)))).toThrow(refused("sign_on_over"));
    },
  );

  it("is good for a quarter of an hour, also where the servers' clocks are a little apart", () => {
    const given = answer(vouched());
    for (const when of [later(-1), later(0), later(15)]) expect(read(given, signOn, when).account).toBe(17);
    for (const when of [later(-1.1), later(15.1), later(60 * 24), later(-60 * 24)])
      expect(() => read(given, signOn, when)).toThrow(refused("sign_on_over"));
  });
});
