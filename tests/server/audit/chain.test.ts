import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { ChainWalk, chainFolds, chainHash, digestOf, type LineWords } from "../../../server/audit/chain.ts";

const sha = (...parts: (string | Buffer)[]) =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const words: LineWords = {
  at: "2026-03-02T10:00:00.000000Z",
  entryId: "e",
  member: null,
  action: "a",
  subject: "s",
  detail: '{"a": 1}',
  salt: Buffer.from("00ff", "hex"),
};
const nothing = Buffer.alloc(0);

it("is worked out as it is written down: digest, fold, hash", () => {
  const digest = sha(JSON.stringify(["w", words.at, "e", null, "a", "s", '{"a": 1}', "00ff"]));
  expect(digestOf("w", words)).toEqual(digest);
  const folds = chainFolds([digest, digest]);
  expect(folds).toEqual([sha(digest), sha(sha(digest), digest)]);
  expect(chainHash(nothing, 12, sha(digest))).toEqual(sha("12", sha(digest)));
});

it("goes on from any place whose hash is known, and takes an erased line by what was kept of it", () => {
  const digest = digestOf("w", words);
  const hash = chainHash(nothing, 1, chainFolds([digest])[0] as Buffer);
  const line = { ...words, seq: 1, base: 0, hash, digest: null };
  const walk = new ChainWalk("w", { seq: 0, hash: nothing });
  expect(walk.next([{ ...line, subject: "", detail: "{}", digest }])).toBeNull();
  expect(walk.last.seq).toBe(1);
  expect(new ChainWalk("w", { seq: 0, hash: nothing }).next([{ ...line, subject: "" }])).toEqual({ problem: "changed", seq: 1 });
  expect(new ChainWalk("other", { seq: 0, hash: nothing }).next([line])).toEqual({ problem: "changed", seq: 1 });
});
