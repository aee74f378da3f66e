import { expect, test } from "vitest";
import { fillPlaceholders, unfilledPlaceholders } from "../../lib/suggest/placeholders.ts";

test("what is known is filled, as it is; the rest stays visible", () => {
  expect(fillPlaceholders("Hi {author}, {product}: {link} {author}", { author: "$& {link}", product: null })).toBe(
    "Hi $& {link}, {product}: {link} $& {link}",
  );
});

test("unfilled ones are named once each, in order; other braces are text", () => {
  expect(unfilledPlaceholders("{link} {author} {link} {other} {}")).toEqual(["{link}", "{author}"]);
  expect(unfilledPlaceholders("none")).toEqual([]);
});
