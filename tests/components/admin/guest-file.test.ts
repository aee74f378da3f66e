import { describe, expect, test } from "vitest";
import { guestsFromCsv, linksToCsv } from "../../../components/admin/guest-file.ts";

describe("a file of guests", () => {
  test("is a forum's own export of its users", () => {
    const { guests, bad, columns } = guestsFromCsv(
      "\ufeffid,name,username,email,trust_level,locale\r\n7,Noor Ali,noor,noor@acme.example,3,he-IL\r\n8,,budi,,1,\r\n9,Kari Nordmann,kari,,,no|en\r\n",
    );
    expect(columns).toEqual(["id", "name", "username", "email", "trust_level", "locale"]);
    expect(bad).toEqual([]);
    expect(guests.map(({ line, name, level, languages }) => [line, name, level, languages])).toEqual([
      [2, "noor", 1, ["he"]],
      [3, "budi", 0, []],
      [4, "kari", 0, ["nb", "en"]],
    ]);
  });

  test("begins nobody above known, whatever the forum says", () => {
    const { guests } = guestsFromCsv("name,trust\na,0\nb,1\nc,2\nd,4\ne,\n");
    expect(guests.map(({ level }) => level)).toEqual([0, 0, 1, 1, 0]);
  });

  test.each([
    ["name", "name,trust_level\n,2\n"],
    ["name", `name\n${"x".repeat(201)}\n`],
    ["trust", "name,trust_level\nnoor,5\n"],
    ["trust", "name,trust_level\nnoor,leader\n"],
    ["quotes", 'name\n"noor\n'],
  ])("leaves a row out for its %s, and says where it stands", (problem, csv) => {
    expect(guestsFromCsv(csv)).toMatchObject({ guests: [], bad: [{ line: 2, problem }] });
  });

  test("invites nobody twice, also where only what nobody sees differs", () => {
    const { guests, bad } = guestsFromCsv("name\nnoor\n noor \nno\u200eor\n");
    expect(guests.map(({ line }) => line)).toEqual([2]);
    expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
      [3, "duplicate"],
      [4, "duplicate"],
    ]);
  });

  test("without a column of names is none", () => {
    expect(() => guestsFromCsv("first,last\nNoor,Ali\n")).toThrow("malformed");
    expect(() => guestsFromCsv("")).toThrow("malformed");
  });

  test("comes back with links, and no cell of it runs in a spreadsheet", () => {
    const { guests, columns } = guestsFromCsv('name,email\n"=cmd()",n@acme.example\n');
    const [guest] = guests;
    if (!guest) throw new Error("no guest");
    const invitation = { link: "https://f.example/join#c", code: "c", role: "advocate", expiresAt: "2026-12-08T00:00:00.000Z" } as const;
    expect(linksToCsv(columns, [{ guest, invitation }])).toBe(
      'name,email,fanswer_link,fanswer_code,fanswer_until\r\n"\'=cmd()",n@acme.example,https://f.example/join#c,c,2026-12-08T00:00:00.000Z',
    );
  });
});
