import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const page = "tests/fixtures/pages/x-home.html";
const run = (...args: string[]) => spawnSync(process.execPath, ["scripts/extract.ts", ...args], { encoding: "utf8" });

describe("extract", () => {
  it("prints the posts of a saved page as JSON", () => {
    const { status, stdout } = run("--url", "https://x.com/home", page);
    expect(status).toBe(0);
    const posts = JSON.parse(stdout) as object[];
    expect(posts).toHaveLength(5);
    expect(Object.keys(posts[0] ?? {}).join()).toBe(
      "site,id,permalink,author,text,partial,lang,postedAt,isReply,quoted,counts,protected,promoted",
    );
  });

  it.each([
    [[page], /^Usage:/],
    [["--url", "https://x.com/home"], /^Usage:/],
    [["--url", "https://x.com/home", page, page], /^Usage:/],
    [["--verbose", page], /^Usage:/],
    [["--url", "x.com", page], /not a web address/],
    [["--url", "https://example.com/", page], /does not read pages at https:\/\/example\.com\//],
    [["--url", "https://x.com/messages", page], /does not read pages/],
    [["--url", "https://x.com/home", "nowhere.html"], /nowhere\.html cannot be read/],
    [["--url", "https://x.com/home", "tests"], /tests cannot be read/],
  ])("refuses %j in one sentence", (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
    expect(stderr).toMatch(sentence);
  });
});
