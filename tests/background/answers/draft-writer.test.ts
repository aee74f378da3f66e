// @vitest-environment node
import { expect, it, vi } from "vitest";
import { builtInModel } from "../../../lib/background/answers/built-in-model.ts";
import { createDraftWriter } from "../../../lib/background/answers/draft-writer.ts";
import { noReplyPolicy, type Workspace } from "../../../lib/schema/workspace.ts";
import { account, claimed, dana, workspace } from "../../support/samples.ts";
import { freshStore } from "../../support/store.ts";

const withModel: Workspace = { ...workspace, answering: { ...noReplyPolicy, machineDrafts: true } };

/** A language model whose browser has the model `api`, and whose server says `reply`. */
function modelWith(api: object | undefined, reply: () => Response) {
  const { store } = freshStore();
  const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => reply());
  const builtIn = builtInModel(api === undefined ? {} : { LanguageModel: api as never });
  const all = async () => [{ source: "pairing", title: "Pairing", text: "", words: [], isFounded: true }];
  return { model: createDraftWriter({ store, fetch, suggesting: { all }, builtIn }), fetch, store };
}

function browserModel(answer: () => Promise<string>) {
  const session = { prompt: vi.fn(answer), destroy: vi.fn() };
  return { session, api: { availability: async (): Promise<string> => "available", create: vi.fn(async (_options: object) => session) } };
}

it("is the workspace's model, asked with the knowledge that was found", async () => {
  const { api } = browserModel(async () => "from the browser");
  const { model, fetch } = modelWith(api, () => Response.json({ text: "from the server" }));
  expect(await model.kind(withModel)).toBe("server");
  const mine = { ...account(dana), workspace: withModel };
  expect(await model.write(mine, claimed("1", dana), 1)).toBe("from the server");
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(String(url)).toMatch(/\/v1\/draft$/);
  expect(JSON.parse(String(init?.body))).toMatchObject({ mentionId: "x:1", fence: 1, sources: ["pairing"] });
  expect(api.create).not.toHaveBeenCalled();
});

it("is the browser's own where the workspace has none, with the knowledge and nobody's name", async () => {
  const { api, session } = browserModel(async () => " Hold the button. ");
  const { model, fetch, store } = modelWith(api, () => Response.error());
  await store.knowledge.put({ id: "pairing", lang: "en", title: "Pairing", topics: [], answer: "Hold it, {author}.", link: null });
  expect(await model.kind(workspace)).toBe("browser");
  expect(await model.write(account(dana), claimed("1", dana), 1)).toBe("Hold the button.");
  expect(JSON.parse(String(session.prompt.mock.calls[0]?.[0 as never])).knowledge).toEqual([
    { title: "Pairing", answer: "Hold it.", link: null },
  ]);
  expect(session.destroy).toHaveBeenCalledOnce();
  expect(fetch).not.toHaveBeenCalled();
});

it.each([
  ["a server's refusal", undefined, withModel, "model_refused"],
  ["no model anywhere", undefined, workspace, "model_missing"],
  ["one that would have to be fetched first", { availability: async (): Promise<string> => "downloadable" }, workspace, "model_missing"],
  ["a browser's model that fails", browserModel(() => Promise.reject(new Error("no"))).api, workspace, "model_failed"],
  ["a browser's model that says nothing", browserModel(async () => " ").api, workspace, "model_failed"],
])("says why there is no draft: %s", async (_what, api, where, code) => {
  const refusal = () => Response.json({ error: { code: "model_refused", message: "" } }, { status: 400 });
  const { model } = modelWith(api, refusal);
  await expect(model.write({ ...account(dana), workspace: where }, claimed("1", dana), 1)).rejects.toMatchObject({ code });
});
