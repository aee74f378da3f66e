import { expect, test } from "vitest";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { disclosureIn } from "../../lib/suggest/disclosure.ts";
import { originOf } from "../../lib/suggest/origin.ts";
import { retold } from "../../lib/suggest/retell.ts";

const dana = { handle: "dana_k", name: "Dana Kestrel" };

test.each([
  ["Hi Dana, hold the button.\nI'm an Acme customer", "Hi {author}, hold the button."],
  ["@dana_k Dana Kestrel, DANA: danair is no name", "{author} {author}, {author}: danair is no name"],
  ["Hold the button.", "Hold the button."],
])("%s", (reply, wanted) => {
  expect(retold(reply, "I'm an Acme customer", dana)).toBe(wanted);
});

test("an author without a name, and one whose name is an expression", () => {
  expect(retold("Hello", "", { handle: null, name: null })).toBe("Hello");
  expect(retold("Hi (.*), hello", "", { handle: null, name: "(.*)" })).toBe("Hi {author}, hello");
});

test("the disclosure that stands in a reply, in whichever language", () => {
  const rules = { disclosure: "I'm an Acme customer", answering: { ...noReplyPolicy, disclosures: { nb: "Jeg er Acme-kunde" } } };
  expect(disclosureIn("Hei\nJeg er Acme-kunde", rules)).toBe("Jeg er Acme-kunde");
  expect(disclosureIn("Hi", rules)).toBeNull();
});

test("what a text began as", () => {
  const text = "Hold the power button for ten seconds, then open the case.";
  const offered = [{ source: "pair", title: "Pairing", text, words: [], isFounded: true }];
  expect(originOf(`${text}\nI'm an Acme customer`, offered)).toEqual({ source: "pair", edited: false });
  expect(originOf("First hold the power button for ten seconds, lid closed", offered)).toEqual({ source: "pair", edited: true });
  expect(originOf("My own words about a charger", offered)).toBeNull();
});
