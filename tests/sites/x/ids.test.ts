import { describe, expect, it } from "vitest";
import { readStatusLink, timeOfId } from "../../../lib/sites/x/ids.ts";

describe("timeOfId", () => {
  it.each([
    ["1541815603606036480", "2022-06-28T16:07:40.105Z"],
    ["29700859247", null],
    ["abc", null],
    ["", null],
    ["99999999999999999999999", null],
  ])("%s -> %s", (id, time) => expect(timeOfId(id)).toBe(time));
});

describe("readStatusLink", () => {
  it.each([
    ["/kai_brook/status/123", { handle: "kai_brook", id: "123", rest: "" }],
    ["https://x.com/kai_brook/status/123/photo/1", { handle: "kai_brook", id: "123", rest: "/photo/1" }],
    ["https://twitter.com/kai_brook/status/123?s=20", { handle: "kai_brook", id: "123", rest: "?s=20" }],
    ["https://mobile.twitter.com/i/web/status/123", { handle: null, id: "123", rest: "" }],
    ["/i/status/123", { handle: null, id: "123", rest: "" }],
    ["https://www.x.com/i_brook/status/123", { handle: "i_brook", id: "123", rest: "" }],
  ])("reads %s", (href, link) => expect(readStatusLink(href)).toEqual(link));

  it.each([
    "/kai_brook",
    "/kai_brook/status/abc",
    "https://example.com/kai_brook/status/123",
    "https://x.com.example/a/status/1",
    "https://relax.com/a/status/1",
    "https://my.twitter.com/a/status/1",
    "https://a@x.com/a/status/1",
    null,
  ])("leaves %s", (href) => expect(readStatusLink(href)).toBeNull());
});
