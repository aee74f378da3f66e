import { describe, expect, it } from "vitest";
import table from "../../../assets/detect/ambiguity.json" with { type: "json" };
import { isBrand } from "../../../lib/detect/ambiguity/ambiguity.ts";
import { everydayness } from "../../../lib/detect/ambiguity/ambiguity-everyday.ts";
import { posts, readPost } from "./ambiguity-posts.ts";

const judge = (name: string, marked: string, own: string[] = []) => {
  const { text, ...span } = readPost(marked);
  return isBrand(text, span, { text: name, isOwn: (word) => own.includes(word), everyday: everydayness(name) });
};
const cases = Object.entries(posts).flatMap(([name, { brand, word }]) => [
  ...brand.map((post) => ({ name, post, verdict: "company" })),
  ...word.map((post) => ({ name, post, verdict: "word" })),
]);

describe("the company or the word", () => {
  it.each(cases)("takes $name for the $verdict in: $post", ({ name, post, verdict }) => {
    expect(judge(name, post).brand >= 0.5 ? "company" : "word").toBe(verdict);
  });

  it("believes the workspace's own words", () => {
    expect(judge("Target", "that [target] again, lanyard and all").brand).toBeLessThan(0.5);
    const told = judge("Target", "that [target] again, lanyard and all", ["lanyard"]);
    expect(told.brand).toBeGreaterThan(0.5);
    expect(told.reasons).toContainEqual({ code: "own", words: ["lanyard"] });
  });

  it.each([
    ["Taco [Bell] is open late"],
    ["We met Alexander Graham [Bell] in the play"],
    ["I read about Graham [Bell] in school"],
    ["They moved to the [Bell] Valley"],
  ])("sees a longer name in: %s", (post) => {
    expect(judge("Bell", post).brand).toBeLessThan(0.5);
  });

  it("reads nothing into capitals where everything is shouted or titled", () => {
    const shouted = judge("Target", "WE ALWAYS MISSED EVERY SINGLE [TARGET] WHILE GROWING");
    const said = judge("Target", "We always missed every single [Target] while growing");
    expect(shouted.brand).toBeLessThan(said.brand);
    expect(shouted.reasons.map(({ code }) => code)).not.toContain("capital");
  });

  it("gives at most three reasons, each with words that stand in the post", () => {
    const { text } = readPost("Called [Bell] customer support about the bill from @BellHelp, dear me");
    const { reasons } = judge("Bell", "Called [Bell] customer support about the bill from @BellHelp, dear me");
    expect(reasons.length).toBe(3);
    expect(reasons.flatMap(({ words }) => words).filter((word) => !text.includes(word))).toEqual([]);
  });
});

describe("other scripts and languages", () => {
  it.each([
    ["Chinese without evidence", "我今天去了[小米]", "小米", "word"],
    ["a handle", "@[小米] 充電器壞了", "小米", "company"],
    ["Hebrew without evidence", "ראיתי [תנובה] בשדה", "תנובה", "word"],
    ["Norwegian", "Kjøpte ladere hos [Elkjøp] i går, kundeservice svarer ikke", "Elkjøp", "company"],
    ["Indonesian", "pesanan saya dari [Tiket] belum sampai, aplikasi rusak", "Tiket", "company"],
    ["Vietnamese", "Tôi mua sạc từ [Sao] hôm qua", "Sao", "company"],
  ])("judges %s", (_, post, name, verdict) => {
    expect(judge(name, post).brand >= 0.5 ? "company" : "word").toBe(verdict);
  });
});

describe("hostile text", () => {
  const long = 200_000;
  it.each([
    ["one letter", "a".repeat(long)],
    ["newlines", "\n".repeat(long)],
    ["apostrophes", "a'".repeat(long / 2)],
    ["hyphens", "-".repeat(long)],
    ["zalgo", `e${"\u0301".repeat(long)}`],
    ["half a pair", "\uD83D".repeat(long)],
    ["handles", "@".repeat(long)],
  ])("reads only the neighbourhood: %s", (_, noise) => {
    const near = (size: number) => {
      const [left, right] = [noise.slice(-size), noise.slice(0, size)];
      return isBrand(`${left} Bell ${right}`, { start: left.length + 1, end: left.length + 5 }, { text: "Bell", isOwn: () => false });
    };
    expect(near(long)).toEqual(near(1000));
  });

  it.each([
    ["an empty text", "", 0, 0],
    ["a span past the end", "Bell", 2, 900],
    ["an empty span", "my bell", 3, 3],
  ])("answers %s with a chance", (_, text, start, end) => {
    const { brand } = isBrand(text, { start, end }, { text: "__proto__", isOwn: (word) => word === "constructor" });
    expect(brand).toBeGreaterThan(0);
    expect(brand).toBeLessThan(1);
  });
});

describe("the shipped table", () => {
  const { bias, weights, words } = table;

  it("keeps what a knowledge of English demands", () => {
    for (const code of ["handle", "link", "own", "companyNext", "company", "place", "capital"] as const)
      expect(weights[code], code).toBeGreaterThan(0);
    for (const code of ["nameBefore", "nameTail", "everydayLow", "determined", "verbal", "ordinary"] as const)
      expect(weights[code], code).toBeLessThan(0);
  });

  it("lets no single piece decide against three others", () => {
    expect([bias, ...Object.values(weights)].filter((weight) => !Number.isFinite(weight) || Math.abs(weight) > 4)).toEqual([]);
  });

  it("holds small-letter words, none twice in a group", () => {
    for (const [group, list] of Object.entries(words)) {
      const all = list.split(" ");
      expect(new Set(all).size, group).toBe(all.length);
      expect(list).toBe(list.toLowerCase());
    }
  });
});

describe("everyday words", () => {
  it.each(["next", "time", "target", "orange", "gap", "neste"])("knows %s", (word) => {
    expect(everydayness(word)).toBeGreaterThan(0);
  });

  it.each(["Samsung", "Acme", "Tesla", "小米", "", "constructor"])("does not know %s", (name) => {
    expect(everydayness(name)).toBe(0);
  });

  it("takes the rarest of several words", () => {
    expect(everydayness("Next Samsung")).toBe(0);
    expect(everydayness("next time")).toBe(Math.min(everydayness("next"), everydayness("time")));
  });
});
