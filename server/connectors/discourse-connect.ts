import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type ForumTrust, forumTrusts, signOnMinutes } from "../../lib/schema/forum.ts";

/** Who begins to sign in, at what. */
export interface SignOn {
  readonly workspaceId: string;
  /** What forum and server share, and nobody else knows. */
  readonly secret: string;
  /** A secret of the browser that begins: no other can finish. */
  readonly browser: string;
}

/** An account as the forum vouches for it. */
export interface ForumAccount {
  readonly nonce: string;
  /** Its number at the forum, which stays when it is called something else. */
  readonly account: number;
  readonly trust: ForumTrust;
}

const minuteMs = 60_000;
/** How far the clocks of servers that share the work may be apart. */
const skewMs = minuteMs;

const hmac = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest();

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What a nonce carries that only this server, for this workspace and browser, can have made. It has blanks, which nothing has that the forum signs. */
const bound = ({ workspaceId, secret, browser }: SignOn, stem: string) => hmac(secret, `nonce ${workspaceId} ${stem} ${browser}`);

/** A nonce that says when it was made and for whom, so that nothing is kept of who only begins. */
export function newNonce(signOn: SignOn, at: Date): string {
  const stem = `${at.getTime().toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${stem}.${bound(signOn, stem).toString("base64url")}`;
}

function checkNonce(signOn: SignOn, nonce: string, at: Date): void {
  const [issued = "", random = "", mark = ""] = nonce.split(".");
  const age = at.getTime() - Number.parseInt(issued, 36);
  const isOurs = isSame(Buffer.from(mark, "base64url"), bound(signOn, `${issued}.${random}`));
  if (!isOurs || !(age >= -skewMs && age <= signOnMinutes.answer * minuteMs)) throw new FanswerError("sign_on_over");
}

/** Where the forum asks who it is, and leads back from to `returnTo`. As public documents say of DiscourseConnect's provider. */
export function signOnUrl(address: string, secret: string, nonce: string, returnTo: string): string {
  const sso = Buffer.from(new URLSearchParams({ nonce, return_sso_url: returnTo }).toString()).toString("base64");
  return `${address}/session/sso_provider?${new URLSearchParams({ sso, sig: hmac(secret, sso).toString("hex") })}`;
}

/** The highest of the forum's own groups `trust_level_0` to `trust_level_4`, which have other names where the forum speaks another language. */
function trustIn(groups: string): ForumTrust {
  const names = new Set(groups.split(","));
  return forumTrusts.findLast((trust) => names.has(`trust_level_${trust}`)) ?? 0;
}

/**
 * The account that the forum vouches for. Throws `sign_on_invalid` for what the forum did not sign or that names no account, `sign_on_over` for what this
 * server did not begin for this workspace and browser, or too long ago.
 */
export function readSignOn(signOn: SignOn, { sso, sig }: { readonly sso: string; readonly sig: string }, at: Date): ForumAccount {
  if (!isSame(Buffer.from(sig, "hex"), hmac(signOn.secret, sso))) throw new FanswerError("sign_on_invalid", "signature");
  const said = new URLSearchParams(Buffer.from(sso, "base64").toString("utf8"));
  const nonce = said.get("nonce") ?? "";
  checkNonce(signOn, nonce, at);
  const id = said.get("external_id") ?? "";
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new FanswerError("sign_on_invalid", "external_id");
  return { nonce, account: Number(id), trust: trustIn(said.get("groups") ?? "") };
}
