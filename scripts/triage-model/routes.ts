import { routes, type Triage } from "../../lib/schema/triage.ts";
import type { Data, Row } from "./data.ts";

interface Group {
  readonly name: string;
  readonly rows: (data: Data) => Row[];
}

const groups: readonly Group[] = [
  ...["0", "1", "2", "3"].map((level) => ({
    name: `anger of level ${level}`,
    rows: (data: Data) => data.rows("anger_intensity_en", "anger").filter((row) => row.level === level),
  })),
  ...["complaint", "not_complaint"].map((label) => ({
    name: label,
    rows: (data: Data) => data.rows("complaints_en").filter((row) => row.label === label),
  })),
  ...["anger", "no_anger"].map((label) => ({
    name: `Hebrew, ${label}`,
    rows: (data: Data) => data.rows("hebert_news_he").filter((row) => row.anger_label === label),
  })),
];

/** Where posts of known anger are sent: lines of counts, a column for each route. */
export function routeTable(data: Data, isIn: (text: string) => boolean, score: (text: string) => Triage): string[] {
  const head = `${"sent to".padEnd(24)}${routes.map((route) => route.padStart(12)).join("")}`;
  const lines = groups.map(({ name, rows }) => {
    const sent = rows(data)
      .filter(({ text = "" }) => isIn(text))
      .map(({ text = "" }) => score(text).route);
    return `${name.padEnd(24)}${routes.map((route) => String(sent.filter((other) => other === route).length).padStart(12)).join("")}`;
  });
  return [head, ...lines];
}
