import { Download } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { toCsv } from "../../lib/detect/lists/csv-rows.ts";
import { Button } from "../ui/button.tsx";
import { csvRow } from "./csv.ts";
import type { Cell, FigureTable, FigureView } from "./view.ts";

interface FigureFrameProps extends FigureView {
  onSave: (name: string, text: string) => void;
}

/** A picture below its sentence, with its table behind a press. */
export function FigureFrame({ sentence, picture, table, onSave }: FigureFrameProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <figure class="figure-frame" aria-labelledby={id}>
      <figcaption id={id} class="figure-sentence">
        {sentence}
      </figcaption>
      {picture}
      {table.rows.length > 0 && (
        <details class="figure-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{i18n.t("figures.table")}</summary>
          {isOpen && <Rows table={table} label={sentence} />}
          <Button look="quiet" icon={Download} onClick={() => onSave(`${table.name}.csv`, toCsv(table.columns, table.rows.map(csvRow)))}>
            {i18n.t("figures.csv")}
          </Button>
        </details>
      )}
    </figure>
  );
}

const textOf = (cell: Cell) => (typeof cell === "string" ? cell : cell.text);

function Rows({ table: { columns, rows }, label }: { table: FigureTable; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider or longer than its place is scrolled by keys too
    <section class="figure-rows" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = "", ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never move
            <tr key={row}>
              <th scope="row">
                <bdi>{textOf(first)}</bdi>
              </th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]}>{textOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
