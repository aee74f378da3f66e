import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";

describe("settings", () => {
  it("have defaults for everything", () => {
    expect(readConfig({}, [])).toEqual({
      port: 8787,
      host: "127.0.0.1",
      dataDir: resolve(".data"),
      databaseUrl: null,
      publicUrl: null,
      allowedHosts: [],
      secretKey: null,
      demo: false,
      json: false,
    });
  });

  it("come from the environment and the command line", () => {
    const env = {
      PORT: "0",
      HOST: "::1",
      ALLOW_HOSTS: "models.internal, 10.0.0.7",
      SECRET_KEY: "a long secret",
      DATA_DIR: "somewhere",
      DATABASE_URL: "postgres://u@h/d",
      PUBLIC_URL: "https://acme.example/",
    };
    expect(readConfig(env, ["--demo", "--json"])).toEqual({
      port: 0,
      host: "::1",
      dataDir: resolve("somewhere"),
      databaseUrl: "postgres://u@h/d",
      publicUrl: "https://acme.example",
      allowedHosts: ["models.internal", "10.0.0.7"],
      secretKey: "a long secret",
      demo: true,
      json: true,
    });
  });

  it.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "65536" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ DATABASE_URL: "mysql://user:hunter2@host/db" }, "DATABASE_URL"],
    [{ DATABASE_URL: "host=localhost" }, "DATABASE_URL"],
    [{ PUBLIC_URL: "acme.example" }, "PUBLIC_URL"],
  ])("are refused with a sentence that names them: %o", (env, name) => {
    expect(() => readConfig(env, [])).toThrow(name);
    expect(() => readConfig(env, [])).not.toThrow("hunter2");
  });

  it("do not take an unknown flag for nothing", () => {
    expect(() => readConfig({}, ["--dmeo"])).toThrow("--dmeo");
  });
});
