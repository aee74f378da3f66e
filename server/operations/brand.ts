import { picturePrefix } from "../../lib/schema/brand.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { pictureProblem } from "../picture.ts";
import { putBrand, setAsideOwn } from "../store/brands.ts";
import { all, type Queryable } from "../store/statement.ts";
import { renameWorkspace } from "../store/workspaces.ts";
import { type Handler, type OperationCall, presentWorkspace } from "./call.ts";
import { noteRule } from "./rule-notes.ts";

/** Sets aside posts of the brand's own accounts that wait or are held, so many at most, and notes each in the log; gives those it found. */
export async function dismissOwnPosts({
  client,
  workspaceId,
  at,
}: Pick<OperationCall, "workspaceId" | "at"> & { readonly client: Queryable }) {
  const rows = await all(client, setAsideOwn, { workspaceId, at, most: setAsideAtOnce });
  const notes = rows.map(({ mention_id }) => ({ entryId: `own ${mention_id}`, mentionId: mention_id }));
  await noteRule({ client, workspaceId, at }, "rule.own_handle", notes);
  return rows;
}

/** So many posts of own accounts are set aside at once; the rest, and what was on its way, by the job of the next minute. */
export const setAsideAtOnce = 500;

/** Throws `malformed` for a picture that is not quite what it says. */
async function checkMark(picture: string): Promise<void> {
  const problem = await pictureProblem(Buffer.from(picture.slice(picturePrefix.length), "base64"));
  if (problem !== null) throw new FanswerError("malformed", `mark.picture: ${problem}`);
}

export const setBrand: Handler<"brand.set"> = async (call, { name = null, mark, handles = {}, language }) => {
  const { client, workspaceId } = call;
  if (mark?.kind === "picture") await checkMark(mark.picture);
  const mayWait = Object.values(handles).some((own) => own.length > 0);
  await all(client, putBrand, {
    workspaceId,
    hasMark: mark !== undefined,
    mark: mark ? JSON.stringify(mark) : null,
    handles: JSON.stringify(handles),
    hasLanguage: language !== undefined,
    language: language ?? null,
    mayWait,
  });
  // Mentions are locked before the workspace.
  if (mayWait) await dismissOwnPosts(call);
  await all(client, renameWorkspace, workspaceId, name, await call.raise());
  return presentWorkspace(call);
};
