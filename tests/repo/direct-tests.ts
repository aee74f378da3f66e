import { isCode, projectFiles, read } from "./files.ts";
import { imports } from "./layers.ts";

/** How many modules of a room there are, and how many of them a test of their own imports. */
export interface Share {
  readonly room: string;
  readonly modules: number;
  /** Those that no test imports itself, though one may well run them by way of another module. */
  readonly indirect: readonly string[];
}

const roomOf = (path: string): string | undefined => /^(?:lib\/[^/]+|server|components)(?=\/)/.exec(path)?.[0];

/** Whether a module has something to test: types alone have not. */
export const holdsValues = (source: string): boolean => /^export (?:default|async|const|let|function|class|abstract|\*|\{)/m.test(source);

/** The rooms with their modules that no test file imports itself. */
export function shares(): readonly Share[] {
  const code = projectFiles().filter(isCode);
  const tested = new Set(code.filter((path) => /^tests\/.*\.test\.tsx?$/.test(path)).flatMap((path) => imports(path, read(path))));
  const rooms = new Map<string, string[]>();
  for (const path of code.filter((each) => !each.endsWith(".d.ts") && holdsValues(read(each)))) {
    const room = roomOf(path);
    if (room !== undefined) rooms.set(room, [...(rooms.get(room) ?? []), path]);
  }
  return [...rooms]
    .map(([room, modules]) => ({ room, modules: modules.length, indirect: modules.filter((path) => !tested.has(path)) }))
    .sort((a, b) => (a.room < b.room ? -1 : 1));
}

export const percent = ({ modules, indirect }: Pick<Share, "modules" | "indirect">): number =>
  Math.floor((100 * (modules - indirect.length)) / modules);
