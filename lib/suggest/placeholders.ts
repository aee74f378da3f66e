type Placeholder = "author" | "product" | "link";
export type PlaceholderValues = { readonly [name in Placeholder]?: string | null };

const pattern = /\{(author|product|link)\}/g;

/** Fills {author}, {product}, {link}; one without a value stays visible as it is. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(pattern, (whole, name: Placeholder) => values[name] || whole);
}

/** Placeholders still in the text, with their braces, each once, in order. */
export function unfilledPlaceholders(text: string): string[] {
  return [...new Set(text.match(pattern))];
}
