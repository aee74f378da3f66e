import { describe, expect, it } from "vitest";
import { Completion, ModelError } from "../../../server/models/completion.ts";
import { hookCodeOf, secretOf, secretOwner } from "../../../server/models/integration-secret.ts";
import { createKeyring } from "../../../server/models/keyring.ts";

const delta = (content: string | null, more = {}) => JSON.stringify({ choices: [{ delta: { content }, ...more }] });
const problemOf = (act: (completion: Completion) => unknown) => {
  try {
    return act(new Completion());
  } catch (thrown) {
    return thrown instanceof ModelError ? thrown.problem : thrown;
  }
};
const streamed = (...chunks: string[]) =>
  problemOf((completion) => {
    for (const chunk of chunks) completion.chunk(chunk);
    return completion.end();
  });

describe("an answer in pieces", () => {
  it("is put together, without the space around it", () => {
    expect(streamed(delta(" Try "), delta("a reset. "), delta(null), "[DONE]")).toBe("Try a reset.");
    expect(streamed(delta("Done.", { finish_reason: "stop" }))).toBe("Done.");
    expect(streamed(JSON.stringify({ choices: [] }), delta("Late"), "[DONE]")).toBe("Late");
  });

  it.each([
    ["breaks off", [delta("Half")], "malformed"],
    ["is empty", [delta("  "), "[DONE]"], "malformed"],
    ["is no JSON", ["<html>", "[DONE]"], "malformed"],
    ["has another form", ['{"choices":[{"delta":{"content":7}}]}', "[DONE]"], "malformed"],
    ["is filtered", [delta("Sor", { finish_reason: "content_filter" })], "refused"],
    ["is a refusal", [JSON.stringify({ choices: [{ delta: { refusal: "I cannot" } }] })], "refused"],
  ])("that %s is none", (_, chunks, problem) => {
    expect(streamed(...chunks)).toBe(problem);
  });
});

it("an answer in one piece is read from its message, and is whole", () => {
  const whole = (body: string) =>
    problemOf((completion) => {
      completion.whole(body);
      return completion.end();
    });
  expect(whole(JSON.stringify({ choices: [{ message: { content: "Try a reset." } }] }))).toBe("Try a reset.");
  expect(whole(delta("not a message"))).toBe("malformed");
});

describe("the secret of an integration", () => {
  const keys = createKeyring(Buffer.alloc(32, 7));
  const row = (sealed_secret: Buffer) => ({ integration_id: "i1", sealed_secret }) as Parameters<typeof secretOf>[2];

  it("opens for its own workspace and integration alone", () => {
    const sealed = keys.seal("open-sesame", secretOwner("w1", "i1"));
    expect(secretOf(keys, "w1", row(sealed))).toBe("open-sesame");
    expect(secretOf(keys, "w2", row(sealed))).toBeNull();
    expect(secretOf(keys, "w1", row(keys.seal("open-sesame", secretOwner("w1", "i2"))))).toBeNull();
    expect(secretOf(createKeyring(Buffer.alloc(32, 8)), "w1", row(sealed))).toBeNull();
  });

  it("gives a hook that does not tell it, and that another secret does not have", () => {
    expect(hookCodeOf("open-sesame")).toMatch(/^[0-9a-f]{40}$/);
    expect(hookCodeOf("open-sesame")).toBe(hookCodeOf("open-sesame"));
    expect(hookCodeOf("open-sesame")).not.toBe(hookCodeOf("open-sesamf"));
  });
});
