// @vitest-environment node
import { expect, it, vi } from "vitest";
import { askWhose, askWhoseForum } from "../../lib/sync/whose.ts";

const invitation = { server: "https://acme.example/fans", code: "acmefriends1-4f9ab7c2e8" };

it("sends the code and nothing else, and says at which server the community is", async () => {
  const fetch = vi.fn(async (_: string | URL | Request, _how?: RequestInit) =>
    Response.json({ name: "Acme", mark: { kind: "letters", letters: "AC", colour: "blue" }, more: "x" }),
  );
  expect(await askWhose(fetch, invitation)).toEqual({
    name: "Acme",
    mark: { kind: "letters", letters: "AC", colour: "blue" },
    host: "acme.example",
    forum: null,
    onlyForum: false,
  });
  const [url, how] = fetch.mock.calls[0] ?? [];
  expect([url, JSON.parse(String(how?.body))]).toEqual(["https://acme.example/fans/v1/whose", { protocol: 1, code: invitation.code }]);
  expect(new Headers(how?.headers).get("authorization")).toBeNull();
});

it("reads no mark that is not known here, and says what is wrong with the invitation", async () => {
  expect((await askWhose(async () => Response.json({ name: "Acme", mark: { kind: "film" } }), invitation)).mark).toBeNull();
  const refused = async () => Response.json({ error: { code: "invitation_invalid", message: "" } }, { status: 403 });
  await expect(askWhose(refused, invitation)).rejects.toMatchObject({ code: "invitation_invalid" });
});

it("says where the forum's accounts join, for an invitation and for the link to that page", async () => {
  const link = "https://acme.example/fans/join/forum/acmefriends1";
  const both = { name: "Acme", mark: null, host: "acme.example", forum: { name: "Acme Forum", link } };
  const answer = { name: "Acme", mark: null, forum: "Acme Forum", url: "https://forum.example/session/sso_provider" };
  expect(await askWhose(async () => Response.json(answer), invitation)).toEqual({ ...both, onlyForum: false });
  const fetch = vi.fn(async (_: string | URL | Request, _how?: RequestInit) => Response.json(answer));
  const page = { server: invitation.server, workspace: "acmefriends1" };
  expect(await askWhoseForum(fetch, page, "random")).toEqual({ ...both, onlyForum: true });
  const [url, how] = fetch.mock.calls[0] ?? [];
  const body = { protocol: 1, workspace: "acmefriends1", browser: "random" };
  expect([url, JSON.parse(String(how?.body))]).toEqual(["https://acme.example/fans/v1/forum/begin", body]);
});
