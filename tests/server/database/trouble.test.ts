import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config.ts";
import { onDatabase } from "../../../server/database/existing.ts";
import { isFormer, refuseFormer } from "../../../server/database/former-schema.ts";
import { asStartupError } from "../../../server/database/trouble.ts";
import { StartupError } from "../../../server/startup-error.ts";
import { formerSteps, lastFormerStep } from "../../../server/store/former-schema.ts";
import { DatabaseAway } from "../../../server/store/statement.ts";
import { useFolders } from "../data-folder.ts";

const failed = (code: string, message: string) => Object.assign(new Error(message), { code });
const never = new AbortController().signal;
const newFolder = useFolders();

describe("what the database refuses at the start", () => {
  it.each([
    [
      "28P01",
      "password authentication failed",
      "The database cannot be used: password authentication failed (look at the password in DATABASE_URL).",
    ],
    [
      "53100",
      "could not extend file\nHINT: Check free disk space.",
      "The database cannot be used: could not extend file (its disk is full).",
    ],
    ["99999", "something else", "The database cannot be used: something else."],
    ["ECONNREFUSED", "", "The database cannot be used: ECONNREFUSED."],
  ])("with %s is one sentence with a way on", (code, said, sentence) => {
    const read = asStartupError(failed(code, said));
    expect(read).toBeInstanceOf(StartupError);
    expect((read as Error).message).toBe(sentence);
  });

  it("is read out of a connection that broke; a fault of our own stays what it is", () => {
    expect(asStartupError(new DatabaseAway(failed("53300", "too many clients")))).toMatchObject({
      message: expect.stringContaining("it has no connection left for this role"),
    });
    const ours = [new TypeError("a fault"), new RangeError("a fault"), new StartupError("said"), "a word"];
    expect(ours.map(asStartupError)).toEqual(ours);
  });
});

describe("steps from before the schema was written once", () => {
  it("are known by all of them, in their order", () => {
    expect(isFormer(formerSteps)).toBe(true);
    expect(isFormer(formerSteps.slice(0, -1))).toBe(false);
    expect(isFormer(formerSteps.toReversed())).toBe(false);
  });

  it("are refused one by one, with the release to start first; a step of today is not", () => {
    expect(() => refuseFormer(formerSteps[3] ?? "")).toThrow(`whose last step is "${lastFormerStep}"`);
    expect(() => refuseFormer("0001-workspaces")).not.toThrow();
  });
});

it("nothing is begun on a folder without data", async () => {
  const config = readConfig({ DATA_DIR: newFolder() }, ["--refit"]);
  const work = onDatabase(
    config,
    () => new Date(0),
    () => {},
    never,
    async () => "done",
  );
  await expect(work).rejects.toThrow(new StartupError(`There is no data in ${config.dataDir}.`));
});
