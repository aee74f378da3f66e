// @vitest-environment node
import { describe, expect, it } from "vitest";
import { join } from "../../lib/sync/join.ts";
import { account, dana, workspace } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";

const introduction = { name: "Dana", device: "Firefox · Linux", joinId: "00000000-0000-4000-8000-000000000001" };
const at = (code: string) => ({ server: "https://acme.example", code });

describe("joining", () => {
  it("gives who this device is from now on", async () => {
    const { token, deviceId } = account();
    expect(await join(new TestServer().fetch, at("welcome-code"), introduction)).toEqual({
      account: { server: "https://acme.example", token, deviceId, member: dana, workspace },
      languages: [],
    });
  });

  it.each(["used-code", "expired-code", "wrong-code"])("with a %s is refused in the same words", async (code) => {
    await expect(join(new TestServer().fetch, at(code), introduction)).rejects.toMatchObject({ code: "invitation_invalid" });
  });

  it("says when the server cannot be reached, and when it is too old", async () => {
    await expect(join(() => Promise.reject(new TypeError("network")), at("welcome-code"), introduction)).rejects.toMatchObject({
      code: "server_unreachable",
    });
    const old = async () => Response.json({ protocol: 0 });
    await expect(join(old, at("welcome-code"), introduction)).rejects.toMatchObject({ code: "protocol_new" });
  });

  it("takes no short token", async () => {
    const weak = async () => Response.json({ token: "short", deviceId: "d", member: dana, workspace });
    await expect(join(weak, at("welcome-code"), introduction)).rejects.toMatchObject({ code: "server_failed" });
  });
});
