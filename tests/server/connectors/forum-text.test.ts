import { expect, it } from "vitest";
import { forumText } from "../../../server/connectors/forum-text.ts";

const read = (raw: string, most = 2_000) => forumText(raw, most);

it.each([
  ["**Hold** the _button_ for `10` seconds", "Hold the _button_ for 10 seconds"],
  ["# Pairing\n\n> said before\n\nHold it.", "Pairing\n\nsaid before\n\nHold it."],
  ['[quote="eve, post:1"]\nIt [quote]never[/quote] works\n[/quote]\nIt does.', "It does."],
  ["See [the guide](https://acme.example/g) or ![a picture|690x388](upload://x.png) there", "See the guide or there"],
  ["[details=Summary]Long[/details] [b]bold[/b] [1] stays", "Long bold [1] stays"],
  ["```js\nlet a = 1;\n```", "let a = 1;"],
  ["Ask @dana_v :wave: or support", "Ask dana_v or support"],
  ["{author}, use {link}", "author, use link"],
  ["5 &lt; 6 &amp;&amp; 7 &gt; 2", "5 < 6 && 7 > 2"],
  ["5 * 3 * 2 and snake_case and https://acme.example/a_b", "5 * 3 * 2 and snake_case and https://acme.example/a_b"],
  ["לחצו **עשר** שניות", "לחצו עשר שניות"],
  ["<b>Hold</b><br>it<script>steal()</script><style>p{}</style>", "Hold\nit"],
  ["<img src=x onerror=alert(1)>Hold", "Hold"],
  ["a<script>never closed", "a"],
  ["a <b", "a"],
  ["2 < 3", "2 < 3"],
  ["![only](upload://a.png)", ""],
])("%j reads %j", (raw, text) => {
  expect(read(raw)).toBe(text);
});

it("ends with a whole sentence, or else a whole word", () => {
  expect(read("Hold it for ten seconds. Then release it slowly.", 40)).toBe("Hold it for ten seconds.");
  expect(read("Hold it for ten seconds and then release", 20)).toBe("Hold it for ten…");
  expect(read("x".repeat(100), 20)).toHaveLength(20);
  expect(read(`${"x".repeat(18)}😀😀`, 20)).toBe(`${"x".repeat(18)}…`);
});

it("ends soon, whatever is pasted", () => {
  const began = performance.now();
  for (const part of ["[quote]", "<", "<script>", "**", "*a", "[a](", "![", "`", "\n>", "[b", ":a", "<!--"]) read(part.repeat(30_000));
  expect(performance.now() - began).toBeLessThan(2_000);
});
