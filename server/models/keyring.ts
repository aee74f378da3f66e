import { seal, unseal } from "./secret-box.ts";

/** The server's secrets, for what workspaces entrust to it. `owner` names the row, so that a sealed value cannot be moved to another one. */
export interface Keyring {
  seal(text: string, owner: string): Buffer;
  /** What was sealed with the present secret or a former one; null when with neither. */
  open(box: Buffer, owner: string): string | null;
  /** False for what only a former secret opens, or none. */
  isCurrent(box: Buffer, owner: string): boolean;
}

function opened(secret: Buffer, box: Buffer, owner: string): string | null {
  try {
    return unseal(secret, box, owner);
  } catch {
    return null;
  }
}

/** `secret` seals and opens; those of `former` only open. */
export function createKeyring(secret: Buffer, former: readonly Buffer[] = []): Keyring {
  return {
    seal: (text, owner) => seal(secret, text, owner),
    open(box, owner) {
      for (const each of [secret, ...former]) {
        const text = opened(each, box, owner);
        if (text !== null) return text;
      }
      return null;
    },
    isCurrent: (box, owner) => opened(secret, box, owner) !== null,
  };
}
