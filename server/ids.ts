import { createHash, createHmac, randomBytes } from "node:crypto";
import { codeLength } from "../lib/schema/invitation-code.ts";

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** `length` random letters of Crockford's alphabet, 5 bits each. */
function randomLetters(length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte & 31]).join("");
}

/** A new id of a workspace, member or device: 60 random bits, short enough to read aloud. */
export const newId = (): string => randomLetters(codeLength.workspace);

/** What is stored of a secret. Secrets here are random and long, so a plain SHA-256 is enough. */
export function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** A secret that says which workspace it belongs to, so that looking it up names one workspace. */
export interface Credential {
  readonly workspaceId: string;
  readonly hash: Buffer;
}

/** Reads `workspace.secret` (token) or `workspace-secret` (code); anything else becomes one that belongs to nobody. */
export function readCredential(text: string): Credential {
  const parts = /^([0-9a-z]{12})[.-]([\w-]+)$/.exec(text);
  return { workspaceId: parts?.[1] ?? "", hash: hashOf(parts?.[2] ?? "") };
}

/** A device token: 256 secret bits after the workspace's id. */
export function newToken(workspaceId: string): string {
  return `${workspaceId}.${randomBytes(32).toString("base64url")}`;
}

/**
 * The token that follows `token`, worked out from it and a random `salt` (HMAC-SHA-256): always the same one, without its being kept. Who knows only one
 * of the two knows nothing of it.
 */
export function tokenAfter(token: string, salt: Buffer): string {
  const [workspaceId = "", secret = ""] = token.split(".");
  return `${workspaceId}.${createHmac("sha256", salt).update(secret).digest("base64url")}`;
}

/** An invitation code: 130 secret bits after the workspace's id. */
export function newCode(workspaceId: string): string {
  return `${workspaceId}-${randomLetters(codeLength.secret)}`;
}
