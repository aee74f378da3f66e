const values: Readonly<Record<string, string>> = { "agent.email": "agent@acme.example", "contact.name": "Some One", "ticket.id": "100" };

/**
 * What a desk makes of a text that it takes for a Liquid template: names become values, unknown ones nothing, comments go. Broken
 * templates stay as they are; where `keepsCode`, what stands between code marks does too.
 */
export function renderLiquid(text: string, keepsCode: boolean): string {
  const parts = keepsCode ? text.split(/(`[^`]*`)/) : [text];
  const rendered = parts.map((part, index) => (index % 2 === 1 ? part : render(part)));
  return rendered.includes(null) ? text : rendered.join("");
}

function render(text: string): string | null {
  const clean = text
    .replace(/\{%\s*raw\s*%\}([\s\S]*?)\{%\s*endraw\s*%\}/g, "$1")
    .replace(/\{%\s*comment\s*%\}[\s\S]*?\{%\s*endcomment\s*%\}/g, "")
    .replace(/\{\{([\s\S]*?)\}\}/g, (_, name: string) => values[name.trim()] ?? "");
  return /\{[{%]/.test(clean) ? null : clean;
}
