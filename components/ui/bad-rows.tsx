interface BadRowsProps {
  /** What the three columns are called. */
  heads: readonly [line: string, text: string, why: string];
  rows: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  /** The sentence for those beyond what is drawn. */
  more: (count: number) => string;
}

const most = 200;

/** Rows of a file that were left out: where each stands, what it is and why. */
export function BadRows({ heads, rows, more }: BadRowsProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <table class="bad-rows">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ line, text, why }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>
                <bdi>{text}</bdi>
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p class="quiet">{more(rows.length - most)}</p>}
    </>
  );
}
