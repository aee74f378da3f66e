import { encode } from "uqr";

/** Light squares around the picture, without which a camera does not find it (ISO/IEC 18004). */
const border = 4;

/** A text as a QR picture. It is dark on light in every theme, as not every camera reads the other way round. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: "M", border });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={data.flatMap(rowPath).join("")} />
    </svg>
  );
}

/** The dark squares of a row: one rectangle for each run of them. */
function rowPath(row: readonly boolean[], y: number): readonly string[] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    return `M${x} ${y}H${end < 0 ? row.length : end}V${y + 1}H${x}Z`;
  });
}
