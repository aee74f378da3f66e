import { expect, inject, it } from "vitest";
import { readSettings } from "../../../server/config.ts";
import { onDatabase } from "../../../server/database/existing.ts";
import { lockFolder } from "../../../server/postgres/folder-lock.ts";
import { asOperator } from "../../../server/tasks/operator.ts";
import { giveData, useFolders } from "../data-folder.ts";

const newFolder = useFolders();
const { signal } = new AbortController();
const silent = () => {};
const now = () => new Date();

it.runIf(inject("data") !== null)("data that are in use and out of reach are named with where to give the command", async () => {
  const dataDir = newFolder();
  giveData(dataDir);
  // As by a server in another container: its folder is here, its socket is not.
  const unlock = await lockFolder(dataDir, now, silent);
  try {
    const work = onDatabase({ databaseUrl: null, dataDir }, now, silent, signal, async () => "done");
    await expect(work).rejects.toThrow(/in use by process .* give the command where the server runs/);
  } finally {
    unlock();
  }
});

it("where there are no data nothing is made", async () => {
  const dataDir = newFolder();
  const settings = readSettings({ DATA_DIR: dataDir });
  await expect(asOperator(settings, now, silent, signal, async () => "done")).rejects.toThrow(`There is no data in ${dataDir}.`);
});
