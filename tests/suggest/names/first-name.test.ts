import { describe, expect, test } from "vitest";
import { firstName } from "../../../lib/suggest/names/first-name.ts";

const called = (name: string | null, lang: string | null, handle: string | null = "h_77") => firstName({ name, handle }, lang);
/** Where no name is to be said, the handle is. */
const handle = "@h_77";

describe.each<[lang: string, table: [name: string, wanted: string][]]>([
  [
    "en",
    [
      ["Dana Hollow", "Dana"],
      ["Dana", "Dana"],
      ["DANA HOLLOW", "Dana"],
      ["dana hollow", "Dana"],
      ["ANNE-MARIE O'BRIEN", "Anne-Marie"],
      ["Dr. Dana Hollow", "Dana"],
      ["Prof. Dr. Dana Hollow, PhD", "Dana"],
      ["Dana Hollow MD", "Dana"],
      ["Hollow, Dana", "Dana"],
      ["Dana, from Ohio", "Dana"],
      ["Dana 🌻✨", "Dana"],
      ["🌻Dana🌻 Hollow", "Dana"],
      ["𝓓𝓪𝓷𝓪 Hollow", "Dana"],
      ["Dana (she/her)", "Dana"],
      ["Dana | coffee and bikes", "Dana"],
      ["Dana Hollow - now on tour", "Dana"],
      ['Dana "Dee" Hollow', "Dana"],
      ["J. Robert Hollow", "Robert"],
      ["Dana H.", "Dana"],
      ["\u202eDana\u202c Hollow", "Dana"],
      ["Dana\nHollow", "Dana"],
      ["Dana\u200bHollow Reed", "Dana"],
      ["Dana Hollow https://dana.example", "Dana"],
      ["Zoë Ångström", "Zoë"],
      ["Linh Nguyen", "Linh"],
      ["Nguyễn Văn An", "An"],
      ["José Luis Cabrera", "José"],
      ["Kim Hollow", "Kim"],
      ["Will May", "Will"],
      ["McKenzie Hollow", "McKenzie"],
      ["Abdul Rahman Saleh", "Abdul Rahman"],
    ],
  ],
  [
    "nb",
    [
      ["Ole-Martin Bråten", "Ole-Martin"],
      ["Åse Ødegård", "Åse"],
      ["Anne Grete Lie", "Anne"],
      ["Herr Bråten", handle],
      ["Familien Bråten", handle],
      ["Bråten Sykkel AS", handle],
    ],
  ],
  [
    "he",
    [
      ["דנה כהן", "דנה"],
      ["דנה", "דנה"],
      ["ד״ר דנה כהן", "דנה"],
      ["ד'ר דנה כהן", "דנה"],
      ["יעל-לי בר", "יעל-לי"],
      ["ז׳קלין לוי", "ז׳קלין"],
      ["\u200fדנה כהן\u200e", "דנה"],
      ["Dana Cohen", "Dana"],
      ["מר כהן", handle],
      ["משפחת כהן", handle],
      ["אקמה בע״מ", handle],
    ],
  ],
  [
    "id",
    [
      ["Suharto", "Suharto"],
      ["Budi Santoso", "Budi"],
      ["Siti Nurhaliza", "Siti"],
      ["M. Rizki", "Rizki"],
      ["Muhammad Rizki Pratama", "Rizki"],
      ["Muhammad", "Muhammad"],
      ["Pak Budi", "Budi"],
      ["Hj. Siti Aminah", "Siti"],
      ["Dr. Budi", "Budi"],
      ["Ir. Budi Santoso, S.Kom", "Budi"],
      ["I Made Wijaya", "Made"],
      ["Abdul Rahman", "Abdul Rahman"],
      ["PT Sinar Jaya", handle],
      ["Toko Budi", handle],
      ["Keluarga Santoso", handle],
    ],
  ],
  [
    "vi",
    [
      ["Nguyễn Văn An", "An"],
      ["Trần Thị Mai", "Mai"],
      ["Lê Hoàng", "Hoàng"],
      ["An Nguyễn", "An"],
      ["Pham Thi Huong", "Huong"],
      ["NGUYỄN VĂN AN", "An"],
      ["Minh Tú", "Minh"],
      ["Linh", "Linh"],
      ["Chị Lan", "Lan"],
      ["TS. Nguyễn Văn An", "An"],
      ["Gia đình Nguyễn", handle],
      ["Công ty Hoa Sen", handle],
    ],
  ],
  [
    "zh-TW",
    [
      ["王小明", "小明"],
      ["陳美玲", "美玲"],
      ["歐陽娜娜", "娜娜"],
      ["王明", "王明"],
      ["王 小明", "小明"],
      ["陳王美玲", "美玲"],
      ["小明", "小明"],
      ["林老師", "林老師"],
      ["王小明🐱", "小明"],
      ["Chen Wei-Ting", "Wei-Ting"],
      ["Wei-Ting Chen", "Wei-Ting"],
      ["台北市政府", handle],
      ["快樂的貓咪一家", handle],
      ["好好吃公司", handle],
      ["今天也想睡覺", handle],
    ],
  ],
  [
    "ko",
    [
      ["김민수", "민수"],
      ["남궁민수", "민수"],
      ["김 민수", "민수"],
      ["김민", "김민"],
      ["Kim Minsu", "Minsu"],
      ["Minsu Kim", "Minsu"],
      ["공식 계정", handle],
    ],
  ],
  [
    "ja",
    [
      ["山田太郎", "山田太郎"],
      ["山田 太郎", "太郎"],
      ["さくら", "さくら"],
      ["マリー・キュリー", "マリー"],
      ["YAMADA Taro", "Taro"],
      ["Yamada Taro", "Taro"],
      ["Taro Yamada", "Taro"],
      ["株式会社ホロウ", handle],
    ],
  ],
  ["hu", [["Nagy Anna", "Anna"]]],
])("in %s", (lang, table) => {
  test.each(table)("%s -> %s", (name, wanted) => expect(called(name, lang)).toBe(wanted));
});

describe("what is nobody's name", () => {
  test.each([
    "The Smith Family",
    "Mrs. Smith",
    "Dr. Smith",
    "Dana & Tom",
    "Acme Support",
    "Hollow Bikes Ltd.",
    "Daily Hollow News",
    "Weather Bot",
    "[BOT] Weather",
    "J. Smith",
    "J.R. Smith",
    "J S",
    "BBC",
    "DanaKestrel",
    "dana_k",
    "dana2000",
    "Dana4Life Hollow",
    "@everyone",
    "everyone",
    "just a girl",
    "https://evil.example",
    "evil.example",
    "www.evil.example/x",
    "{link}",
    "{author}",
    "$& $1",
    "🌻🌻",
    "...",
    "'",
    "",
    "   ",
    "\u202e\u2066",
    "Facebook user",
    "Anonymous member",
    "Deleted account",
    "x".repeat(200),
  ])("%s", (name) => expect(called(name, "en")).toBe(handle));
  test("a handle in place of a name", () => {
    expect(called("danak", "en", "danak")).toBe("@danak");
    expect(called("Dana", "en", "dana")).toBe("Dana");
  });
});

describe("the handle, else nothing", () => {
  test.each([
    ["dana_k", "@dana_k"],
    ["@dana_k", "@dana_k"],
    ["dana@social.example", "@dana"],
    ["dana.k.reed", "@dana.k.reed"],
    ["דנה_כ", "@דנה_כ"],
  ])("%s -> %s", (own, wanted) => expect(called(null, "en", own)).toBe(wanted));
  test.each([
    "everyone",
    "@here",
    "all",
    "100014523",
    "evil.com",
    "profile.php",
    "dana.example",
    "a b",
    "a\nb",
    "{link}",
    "x".repeat(60),
    "",
    null,
  ])("%s -> nothing", (own) => expect(called(null, "en", own)).toBeNull());
});

test("whatever a stranger chooses, the name holds letters, hyphens, apostrophes and spaces only", () => {
  const parts = [
    "Dana",
    "{link}",
    "@everyone",
    "https://evil.example",
    "\n",
    "\u202e",
    "$&",
    "<b>",
    "Hollow",
    "evil.example",
    "🌻",
    "`",
    "[x](y)",
    "王",
    "דנה",
    "#tag",
    "\u0000",
  ];
  for (const a of parts) {
    for (const b of parts) {
      for (const c of parts) {
        const name = firstName({ name: `${a} ${b}${c}`, handle: null }, "en");
        expect(name === null || /^[\p{L}\p{M}'’׳״ -]{1,30}$/u.test(name), `${a} ${b}${c} -> ${name}`).toBe(true);
      }
    }
  }
});
