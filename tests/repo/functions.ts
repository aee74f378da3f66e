import { parseSync } from "vite";

/** A node of the syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const isFunction = ({ type, body }: Node) => /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(type) && isNode(body);

/** How many lines each function of a module has; a function inside another counts as part of that one. */
export function functionLengths(path: string, source: string): number[] {
  const lengths: number[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (isNode(part) && isFunction(part)) lengths.push(source.slice(part.start, part.end).split("\n").length);
    else if (isNode(part)) Object.values(part).forEach(visit);
  };
  visit(parseSync(path, source).program);
  return lengths;
}

/** The smallest length that so large a share of them does not exceed. */
export function percentile(lengths: readonly number[], share: number): number {
  return lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length * share) - 1] ?? 0;
}
