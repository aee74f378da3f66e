import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import { axisFor, box, linePaths, momentPlace, nearest } from "./line-path.ts";
import type { LinePoint, ReferenceLine } from "./view.ts";

interface LineChartProps {
  points: readonly LinePoint[];
  references?: readonly ReferenceLine[];
  /** How a mark of the axis is said. */
  say: (value: number) => string;
  /** The axis ends here at the latest. */
  most?: number;
}

/** How high a value stands, from 0 to 1 of the picture, as CSS has it. */
const share = (part: number) => `${(part * 100).toFixed(2)}%`;

/**
 * A line over time. Time runs from left to right in every language (decision 74). A slider below it, which keys and fingers move as well,
 * says the moments one by one.
 */
export function LineChart({ points, references = [], say, most }: LineChartProps) {
  const [picked, setPicked] = useState<number | null>(null);
  const at = Math.min(picked ?? points.length - 1, points.length - 1);
  const values = points.map(({ value }) => value);
  const { top, marks } = axisFor([...values, ...references.map(({ value }) => value)], most);
  const point = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setPicked(nearest((event.clientX - left) / width, points.length));
  };
  return (
    <div class="line-chart">
      <div class="line-plot" dir="ltr" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} class="line-mark" style={{ "--up": share(mark / top) }}>
            <bdi>{say(mark)}</bdi>
          </span>
        ))}
        <div class="line-room" onPointerMove={point}>
          <Drawing values={values} top={top} at={at} references={references} />
        </div>
        {references.map(({ value, text }) => (
          <bdi key={text} class="line-reference" style={{ "--up": share(value / top) }}>
            {text}
          </bdi>
        ))}
      </div>
      <Moments points={points} at={at} onPick={setPicked} />
      {references.length > 0 && <References of={references} />}
    </div>
  );
}

interface DrawingProps {
  values: readonly (number | null)[];
  top: number;
  at: number;
  references: readonly ReferenceLine[];
}

function Drawing({ values, top, at, references }: DrawingProps) {
  const { line, area, dots } = linePaths(values, top);
  const x = momentPlace(at, values.length) * box.width;
  const height = (value: number) => box.height - (value / top) * box.height;
  const here = values[at] ?? null;
  return (
    <svg class="line-drawing" viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="line-area" d={area} />
      {references.map(({ value, text }) => (
        <path key={text} class="line-dashed" d={`M0 ${height(value)}H${box.width}`} />
      ))}
      <path class="line-here" d={`M${x} 0V${box.height}`} />
      <path class="line-line" d={line} />
      <path class="line-dots" d={dots} />
      {here !== null && <path class="line-dot" d={`M${x} ${height(here)}h0`} />}
    </svg>
  );
}

interface MomentsProps {
  points: readonly LinePoint[];
  at: number;
  onPick: (at: number) => void;
}

function Moments({ points, at, onPick }: MomentsProps) {
  const here = points[at];
  const said = here ? i18n.t("figures.at", { time: here.name, text: here.text }) : "";
  return (
    <>
      <div class="line-moments" dir="ltr">
        <input
          class="line-moment"
          type="range"
          min={0}
          max={Math.max(0, points.length - 1)}
          value={at}
          aria-label={i18n.t("figures.moment")}
          aria-valuetext={said}
          onInput={(event) => onPick(event.currentTarget.valueAsNumber)}
        />
      </div>
      <p class="line-ends quiet" dir="ltr" aria-hidden="true">
        <bdi>{points[0]?.mark}</bdi>
        <bdi>{points.at(-1)?.mark}</bdi>
      </p>
      <p class="line-said" aria-hidden="true">
        {said}
      </p>
    </>
  );
}

function References({ of }: { of: readonly ReferenceLine[] }) {
  return (
    <ul class="line-references">
      {of.map(({ text, meaning }) => (
        <li key={text} class="hint" dir={interfaceDirection()}>
          <span class="line-sample" aria-hidden="true" />
          {meaning}
        </li>
      ))}
    </ul>
  );
}
