import type { Bar } from "./view.ts";

/** Bars below each other, each with its name and what it says. `isOrdered`: one leads to the next. */
export function BarList({ bars, isOrdered = false }: { bars: readonly Bar[]; isOrdered?: boolean }) {
  const List = isOrdered ? "ol" : "ul";
  return (
    <List class="bars">
      {bars.map(({ key, name, length, text, note }) => (
        <li key={key}>
          <span class="bar-name">
            <bdi>{name}</bdi>
          </span>
          <span class="bar-text">{text}</span>
          <span class="bar" aria-hidden="true" style={{ "--length": `${(Math.min(1, Math.max(0, length)) * 100).toFixed(1)}%` }} />
          {note && <span class="bar-note hint">{note}</span>}
        </li>
      ))}
    </List>
  );
}
