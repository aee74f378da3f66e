import type { Keyring } from "./keyring.ts";

/** Whose the secret of a workspace's forum is. */
export const forumSecretOwner = (workspaceId: string): string => `${workspaceId} forum`;

/** What the forum signs with; null when the server's own secret is another one by now. */
export const forumSecret = (keys: Keyring, workspaceId: string, sealed: Buffer): string | null =>
  keys.open(sealed, forumSecretOwner(workspaceId));

/** Whose the key of its API is. */
export const forumKeyOwner = (workspaceId: string): string => `${workspaceId} forum key`;

/** The same of that key. */
export const forumKey = (keys: Keyring, workspaceId: string, sealed: Buffer): string | null =>
  keys.open(sealed, forumKeyOwner(workspaceId));
