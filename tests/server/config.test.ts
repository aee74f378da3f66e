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
      natsUrl: null,
      trustedProxies: 0,
      metricsPort: null,
      publicUrl: null,
      allowedHosts: [],
      secretKey: null,
      secretKeyBefore: null,
      demo: false,
      json: false,
      task: null,
    });
  });

  it("come from the environment and the command line", () => {
    const env = {
      PORT: "0",
      HOST: "::1",
      DATA_DIR: "somewhere",
      DATABASE_URL: "postgres://u@h/d",
      NATS_URL: "nats://h:4222",
      TRUSTED_PROXIES: "1",
      METRICS_PORT: "9464",
      PUBLIC_URL: "https://acme.example/",
      ALLOW_HOSTS: "Chat.Internal., 10.0.0.7 [::1]",
      SECRET_KEY: "a long secret",
      SECRET_KEY_BEFORE: "the former one",
    };
    expect(readConfig(env, ["--demo", "--json", "--refit"])).toEqual({
      port: 0,
      host: "::1",
      dataDir: resolve("somewhere"),
      databaseUrl: "postgres://u@h/d",
      natsUrl: "nats://h:4222",
      trustedProxies: 1,
      metricsPort: 9464,
      publicUrl: "https://acme.example",
      allowedHosts: ["chat.internal", "10.0.0.7", "[::1]"],
      secretKey: "a long secret",
      secretKeyBefore: "the former one",
      demo: true,
      json: true,
      task: { name: "refit" },
    });
  });

  it("take PostgreSQL's own address of a socket", () => {
    const DATABASE_URL = "postgresql://fanswer@/fanswer?host=%2Fvar%2Frun%2Fpostgresql";
    expect(readConfig({ DATABASE_URL }, []).databaseUrl).toBe(DATABASE_URL);
  });

  it.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "65536" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ DATABASE_URL: "mysql://user:hunter2@host/db" }, "DATABASE_URL"],
    [{ DATABASE_URL: "host=localhost" }, "DATABASE_URL"],
    [{ PUBLIC_URL: "acme.example" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://admin:hunter2@acme.example" }, "PUBLIC_URL"],
    [{ NATS_URL: "nats.example:4222" }, "NATS_URL"],
    [{ ALLOW_HOSTS: "chat.internal, 10.0.0.0/8" }, "ALLOW_HOSTS"],
    [{ ALLOW_HOSTS: "*.internal" }, "ALLOW_HOSTS"],
    [{ HOST: "127.0.0.1:80" }, "without a port"],
    [{ HOST: "[::1]:80" }, "without a port"],
    [{ TRUSTED_PROXIES: "yes" }, "TRUSTED_PROXIES"],
    [{ TRUSTED_PROXIES: "11" }, "TRUSTED_PROXIES"],
    [{ METRICS_PORT: "90000" }, "METRICS_PORT"],
  ])("are refused with a sentence that names them: %o", (env, name) => {
    expect(() => readConfig(env, [])).toThrow(name);
    expect(() => readConfig(env, [])).not.toThrow("hunter2");
  });

  it("name a file to back up to or to restore from", () => {
    expect(readConfig({}, ["--backup", "b.gz"]).task).toEqual({ name: "backup", file: resolve("b.gz") });
    expect(readConfig({}, ["--restore", "b.gz"]).task).toEqual({ name: "restore", file: resolve("b.gz") });
    expect(() => readConfig({}, ["--backup"])).toThrow("--backup");
    expect(() => readConfig({}, ["--restore", "--json"])).toThrow("--restore");
  });

  it("name the workspace that needs an admin, where there are several", () => {
    const task = { name: "invite-admin", workspace: null, signsOut: false };
    expect(readConfig({}, ["--invite-admin", "--json"]).task).toEqual(task);
    expect(readConfig({}, ["--invite-admin", "w1", "--sign-out-admins"]).task).toEqual({ ...task, workspace: "w1", signsOut: true });
    expect(() => readConfig({}, ["--sign-out-admins"])).toThrow("--sign-out-admins");
  });

  it("do not take an unknown flag for nothing", () => {
    expect(() => readConfig({}, ["--dmeo"])).toThrow("--dmeo");
  });
});
