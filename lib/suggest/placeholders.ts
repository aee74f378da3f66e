/** `author` and `firstName` are the same: what the author is called by. */
type Placeholder = "author" | "firstName" | "product" | "link";
export type PlaceholderValues = { readonly [name in Placeholder]?: string | null };

const pattern = /\{(author|firstName|product|link)\}/g;

/** Fills {author}, {firstName}, {product}, {link}, once: what a value holds stays as it is. One without a value stays visible. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(pattern, (whole, name: Placeholder) => values[name] || whole);
}

/** Placeholders still in the text, with their braces, each once, in order. */
export function unfilledPlaceholders(text: string): string[] {
  return [...new Set(text.match(pattern))];
}
