// @vitest-environment node
import { describe, expect, it } from "vitest";
import { parseInvitation } from "../../lib/sync/invitation.ts";

describe("an invitation", () => {
  it.each([
    ["https://acme.example/join#abc-DEF_123", null, "https://acme.example", "abc-DEF_123"],
    ["  https://acme.example:8443/join#abcdef  ", null, "https://acme.example:8443", "abcdef"],
    ["http://127.0.0.1:8787/join#abcdef", null, "http://127.0.0.1:8787", "abcdef"],
    ["http://localhost:8787/join#abcdef", null, "http://localhost:8787", "abcdef"],
    ["abc-DEF_123", "https://acme.example", "https://acme.example", "abc-DEF_123"],
    ["https://other.example/join#abcdef", "https://acme.example", "https://other.example", "abcdef"],
  ])("%s is read", (text, known, server, code) => {
    expect(parseInvitation(text, known)).toEqual({ server, code });
  });

  it.each([
    "",
    "abcdef",
    "http://acme.example/join#abcdef",
    "http://127.0.0.1.evil.example/join#abcdef",
    "https://acme.example/join",
    "https://acme.example/join#",
    "https://acme.example/join#a b",
    "https://acme.example/join?code=abcdef",
    "https://acme.example/other#abcdef",
    "https://user:secret@acme.example/join#abcdef",
    "javascript:alert(1)//join#abcdef",
    "ftp://acme.example/join#abcdef",
    `https://acme.example/join#${"a".repeat(101)}`,
    "<img src=x>",
  ])("%s is refused", (text) => {
    expect(() => parseInvitation(text, null)).toThrow(expect.objectContaining({ code: "invitation_invalid" }));
  });

  it("that is a word is refused even where the server is known", () => {
    expect(() => parseInvitation("hello there", "https://acme.example")).toThrow(expect.objectContaining({ code: "invitation_invalid" }));
  });
});
