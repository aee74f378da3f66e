import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { Signer } from "../audit/signer.ts";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** `text` sealed with a secret of 32 bytes; `owner` must be said again to open it, so that a sealed value cannot be moved to another row. */
function seal(secret: Buffer, text: string, owner: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, secret, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** What `seal` sealed; throws when secret, owner or bytes are others. */
function unseal(secret: Buffer, box: Buffer, owner: string): string {
  const decipher = createDecipheriv(algorithm, secret, box.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(box.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
}

/** The server's secrets, for what workspaces entrust to it. `owner` names the row, so that a sealed value cannot be moved to another one. */
export interface Keyring extends Signer {
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

/** A key for signatures: what seals does not sign. */
const signingKey = (secret: Buffer): Buffer => Buffer.from(hkdfSync("sha256", secret, "", "fanswer signatures", 32));

function isSignedWith(secret: Buffer, text: string, signature: Buffer): boolean {
  const own = createHmac("sha256", signingKey(secret)).update(text).digest();
  return own.length === signature.length && timingSafeEqual(own, signature);
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
    sign: (text) => createHmac("sha256", signingKey(secret)).update(text).digest(),
    signedBy(text, signature) {
      if (isSignedWith(secret, text, signature)) return "present";
      return former.some((each) => isSignedWith(each, text, signature)) ? "former" : null;
    },
  };
}
