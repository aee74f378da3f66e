import type * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { KeywordEntry, KeywordListHead } from "../../lib/schema/keywords.ts";
import { nextMentionStatuses } from "../../lib/schema/lifecycle.ts";
import { type Mention, mentionId, type Sighting } from "../../lib/schema/mention.ts";
import type { OperationArgs, OperationName } from "../../lib/schema/operations.ts";
import type { Profile } from "../../lib/schema/profile.ts";
import type { Change, Operation, OperationOutcome, SyncRequest, SyncResponse } from "../../lib/schema/wire.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { bucketOf } from "../../lib/sync/handled.ts";
import { account, dana, iso, list, mention, noonMs, workspace } from "./samples.ts";

/** What the network does to a request: nothing, loses it, loses the answer, doubles it, or brings it after the next one. */
export type Fault = "none" | "lost_before" | "lost_after" | "twice" | "late";
type Row = { readonly revision: number; readonly change: Change };

/** A small server in memory that keeps the promises of the wire protocol: one effect per operation id, revisions, epochs. */
export class TestServer {
  epoch = "e1";
  revision = 0;
  nowMs = noonMs;
  pageSize = 500;
  /** How long devices are to spread their coming back; null: as a server of before, it does not say. */
  spreadMs: number | null = null;
  /** What those who join are told that they are in. */
  workspace = workspace;
  /** All that reached it, word for word. */
  readonly heard: unknown[] = [];
  /** Thrown instead of every answer. */
  refusal: FanswerError | null = null;
  fault: () => Fault = () => "none";
  readonly members = new Map<string, Member>();
  readonly mentions = new Map<string, Mention>();
  /** The buckets that devices asked about, by request. */
  readonly buckets: string[][] = [];
  /** The ids under which devices tried to join. */
  readonly joinIds: string[] = [];
  readonly requests: v.InferOutput<typeof SyncRequest>[] = [];
  /** By which operations somebody left. */
  readonly left: OperationName[] = [];
  /** How often each operation id had its effect, in the order of the first. */
  readonly effects = new Map<string, number>();
  private readonly outcomes = new Map<string, { body: string; outcome: OperationOutcome }>();
  private readonly parts = new Map<string, Map<number, readonly KeywordEntry[]>>();
  private rows: Row[] = [];
  private readonly late: (() => Promise<Response>)[] = [];

  constructor(...members: Member[]) {
    for (const member of members.length > 0 ? members : [dana]) this.members.set(account(member).token, member);
    this.put({ kind: "keyword_list", value: list });
  }

  readonly fetch: typeof globalThis.fetch = async (url, init) => {
    const fault = this.fault();
    const call = () => this.answer(String(url), init ?? {});
    if (fault === "late") this.late.push(call);
    if (fault === "late" || fault === "lost_before") throw new TypeError("network");
    const response = await call();
    if (fault === "twice") await call();
    for (const each of this.late.splice(0)) await each();
    if (fault === "lost_after") throw new TypeError("network");
    return response;
  };

  put(change: Change): void {
    this.revision += 1;
    const value = change.kind === "mention" ? { ...change, value: { ...change.value, revision: this.revision } } : change;
    if (value.kind === "mention") this.mentions.set(value.value.id, value.value);
    if (value.kind === "mention_removed") this.mentions.delete(value.id);
    this.rows = this.rows.filter((row) => keyOf(row.change) !== keyOf(value));
    this.rows.push({ revision: this.revision, change: value });
  }

  /** What a restored backup looks like to devices. */
  restore(): void {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const body = JSON.parse(String(init.body));
    this.heard.push([url, init.headers, body]);
    try {
      if (this.refusal) throw this.refusal;
      if (url.endsWith("/v1/join")) return Response.json(this.join(body));
      const member = this.members.get(new Headers(init.headers).get("authorization")?.slice(7) ?? "");
      if (!member) throw new FanswerError("unauthorized");
      if (url.endsWith("/v1/handled")) return Response.json(await this.handled(body));
      this.requests.push(body);
      return Response.json(this.sync(member, body));
    } catch (error) {
      const { code, message } = error as FanswerError;
      return Response.json({ error: { code, message } }, { status: code === "unauthorized" ? 401 : 400 });
    }
  }

  private async handled({ buckets }: { buckets: string[] }) {
    this.buckets.push(buckets);
    const known = await Promise.all([...this.mentions.values()].map(async (each) => ({ each, bucket: await bucketOf(each.id) })));
    return { protocol: 1, found: known.filter(({ bucket }) => buckets.includes(bucket)).map(({ each }) => each) };
  }

  private join({ code, name, joinId }: { code: string; name: string; joinId: string }) {
    this.joinIds.push(joinId);
    if (code !== "welcome-code") throw new FanswerError("invitation_invalid");
    const member = { ...dana, name };
    const { token: usual, deviceId } = account(member);
    const token = this.workspace === workspace ? usual : usual.replace("token-of", `token-at-${this.workspace.id}-of`);
    this.members.set(token, member);
    return { token, deviceId, member, workspace: this.workspace };
  }

  private sync(member: Member, { since, operations }: v.InferOutput<typeof SyncRequest>): v.InferInput<typeof SyncResponse> {
    const results = (operations as Operation[]).map((operation) => this.once(member, operation));
    const from = since?.epoch === this.epoch ? since.revision : 0;
    const waiting = this.rows.filter((row) => row.revision > from);
    const page = waiting.slice(0, this.pageSize);
    const more = page.length < waiting.length;
    const revision = more ? (page.at(-1)?.revision ?? from) : this.revision;
    return {
      protocol: 1,
      results,
      changes: page.map((row) => row.change),
      cursor: { epoch: this.epoch, revision },
      more,
      ...(this.spreadMs !== null && { spreadMs: this.spreadMs }),
      now: iso(this.nowMs),
    };
  }

  private once(member: Member, operation: Operation): OperationOutcome {
    const body = JSON.stringify([operation.name, operation.args]);
    const known = this.outcomes.get(operation.id);
    if (known) return known.body === body ? known.outcome : refused(operation.id, new FanswerError("operation_reused"));
    const outcome = this.run(member, operation);
    this.outcomes.set(operation.id, { body, outcome });
    return outcome;
  }

  private run(member: Member, { id, name, args }: Operation): OperationOutcome {
    try {
      const value = this.apply(member, name as OperationName, args);
      this.effects.set(id, (this.effects.get(id) ?? 0) + 1);
      return { id, ok: true, value };
    } catch (error) {
      return refused(id, error as FanswerError);
    }
  }

  private apply(member: Member, name: OperationName, args: unknown): unknown {
    if (name === "member.list") return [...this.members.values()];
    if (name === "member.leave" || name === "device.sign_out") {
      this.left.push(name);
      return null;
    }
    if (name === "profile.save") return this.putProfile(member, args as OperationArgs<"profile.save">);
    if (name === "alerts.choose") return this.putProfile(member, { alerts: (args as OperationArgs<"alerts.choose">).choices });
    if (name === "mention.report") return this.report(args as Sighting);
    if (name === "keywords.part") return this.putPart(args as OperationArgs<"keywords.part">);
    if (name === "keywords.push") return this.push(args as OperationArgs<"keywords.push">);
    const found = this.mentions.get((args as { mentionId: string }).mentionId);
    if (!found) throw new FanswerError("not_found");
    if (name === "mention.get") return found;
    return this.save(found, this.change(member, found, name, args));
  }

  private putProfile(member: Member, said: Partial<Profile>): null {
    const before = { languages: null, topics: [], away: null, ...member.profile };
    this.put({ kind: "member", value: { ...member, profile: { ...before, ...said } } });
    return null;
  }

  private change(member: Member, found: Mention, name: OperationName, args: unknown): Partial<Mention> {
    const { fence, text, route, note, reason } = args as {
      fence: number;
      text: string;
      route: Mention["route"];
      note: string;
      reason: string;
    };
    if (fence !== undefined && (found.claim?.fence !== fence || found.claim.holder.id !== member.id)) throw new FanswerError("lease_lost");
    const author = { id: member.id, name: member.name };
    const at = iso(this.nowMs);
    switch (name) {
      case "claim.take":
        if (found.claim) throw new FanswerError("lease_held");
        return {
          status: "claimed",
          claim: { holder: author, fence: this.revision + 1, expiresAt: iso(this.nowMs + 600_000), renewals: 0 },
        };
      case "claim.release":
        return { status: "open", claim: null };
      case "draft.save":
        return { draft: { text, status: "writing", author, updatedAt: at } };
      case "reply.posted":
        return { status: "answered", claim: null, reply: { text, url: null, proof: "confirmed", author, at } };
      case "mention.route":
        return { status: route === "community" ? "open" : "escalated", claim: null, route, note };
      case "mention.dismiss":
        return { status: "dismissed", claim: null, note: reason };
      case "mention.reopen":
        return { status: "open" };
      default:
        throw new FanswerError("unknown_operation");
    }
  }

  private save(found: Mention, change: Partial<Mention>): Mention {
    const status = change.status ?? found.status;
    if (status !== found.status && !nextMentionStatuses[found.status].includes(status)) throw new FanswerError("move_not_allowed");
    this.put({ kind: "mention", value: { ...found, ...change } });
    return this.mentions.get(found.id) ?? found;
  }

  private report(seen: Sighting): Mention {
    const id = mentionId(seen.site, seen.postId);
    const known = this.mentions.get(id);
    if (known) return known;
    this.put({ kind: "mention", value: mention(seen.postId, { id, site: seen.site, excerpt: seen.excerpt }) });
    return this.mentions.get(id) as Mention;
  }

  private push({ listId, name, baseVersion, parts, entries }: OperationArgs<"keywords.push">): KeywordListHead {
    const head = { id: listId, name, version: baseVersion + 1, updatedAt: iso(this.nowMs) };
    const before = parts ? [...(this.parts.get(parts.pushId)?.values() ?? [])].flat() : [];
    this.put({ kind: "keyword_list", value: { ...head, entries: [...before, ...entries] } });
    return head;
  }

  private putPart({ pushId, part, entries }: OperationArgs<"keywords.part">) {
    this.parts.set(pushId, (this.parts.get(pushId) ?? new Map()).set(part, entries));
    return { part };
  }
}

function refused(id: string, { code, message }: FanswerError): OperationOutcome {
  return { id, ok: false, error: { code, message } };
}

function keyOf(change: Change): string {
  if (change.kind === "mention" || change.kind === "mention_removed")
    return `mention ${change.kind === "mention" ? change.value.id : change.id}`;
  if (change.kind === "member_removed") return `member ${change.id}`;
  return `${change.kind} ${change.value.id}`;
}
