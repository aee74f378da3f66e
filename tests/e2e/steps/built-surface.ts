import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { parseAst } from "vite";

/** A built surface: what it may show, and what it has for it. */
export interface BuiltSurface {
  /** Its file, such as `popup.html`. */
  readonly name: string;
  /** Every class that its scripts put on an element, the lazily loaded scripts included. */
  readonly classes: ReadonlySet<string>;
  /** Every selector of the sheets that it loads or carries. */
  readonly selectors: ReadonlySet<string>;
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* within(each);
  else if (isNode(value)) {
    yield value;
    for (const part of Object.values(value)) if (typeof part === "object") yield* within(part);
  }
}

/** The fixed texts that an expression may become: both sides of a choice, the parts of a template. */
function textsOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  if (value.type === "Literal") return typeof value.value === "string" ? [value.value] : [];
  if (value.type === "TemplateLiteral") return (value.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
  return [value.consequent, value.alternate, value.left, value.right].flatMap(textsOf);
}

const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");

interface Script {
  readonly classes: readonly string[];
  /** Sheets that it carries within itself. */
  readonly sheets: readonly string[];
  /** Scripts and sheets that it asks for, now or later. */
  readonly loads: readonly string[];
}

const isClass = ({ type, key }: Node) => type === "Property" && isNode(key) && (key.name ?? key.value) === "class";
const isClassName = ({ left }: Node) => isNode(left) && isNode(left.property) && left.property.name === "className";

/** What a built script brings with it. */
export function readScript(source: string): Script {
  const classes: string[] = [];
  const sheets: string[] = [];
  const loads: string[] = [];
  for (const node of within(parseAst(source))) {
    const texts = node.type === "Literal" || node.type === "TemplateLiteral" ? textsOf(node) : [];
    if (isClass(node)) classes.push(...words(textsOf(node.value)));
    if (node.type === "AssignmentExpression" && isClassName(node)) classes.push(...words(textsOf(node.right)));
    if (/^(Import|Export)/.test(node.type)) loads.push(...textsOf(node.source).map((path) => posix.join("chunks", path)));
    loads.push(...texts.filter((text) => /^assets\/.*\.css$/.test(text)));
    sheets.push(...texts.filter((text) => text.includes("--surface:")));
  }
  return { classes, sheets, loads };
}

/** The selectors of a sheet as the build writes it. */
function selectorsOf(sheet: string): string[] {
  const rules = sheet.replace(/\/\*.*?\*\//gs, "").matchAll(/(?<=^|[{};])([^{};@]+)\{/g);
  return [...rules].flatMap(([, list = ""]) => list.split(/,(?![^(]*\))/)).map((selector) => selector.trim());
}

const classesIn = (selector: string): string[] => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name);

async function readSurface(folder: string, name: string): Promise<BuiltSurface> {
  const read = (path: string) => readFile(join(folder, path), "utf8");
  const wanted = new Set([name]);
  const [classes, selectors] = [new Set<string>(), new Set<string>()];
  const style = (sheet: string) => {
    for (const selector of selectorsOf(sheet)) selectors.add(selector);
  };
  // The set grows as pages and scripts ask for more.
  for (const path of wanted) {
    const text = await read(path);
    if (path.endsWith(".html")) for (const [, asked = ""] of text.matchAll(/(?:src|href)="\/([^"]+)"/g)) wanted.add(asked);
    if (path.endsWith(".css")) style(text);
    if (!path.endsWith(".js")) continue;
    const script = readScript(text);
    for (const each of script.classes) classes.add(each);
    for (const each of script.loads) wanted.add(each);
    script.sheets.forEach(style);
  }
  return { name, classes, selectors };
}

/** Every page of the extension that was built into `folder`, and the card. */
export async function builtSurfaces(folder: string): Promise<BuiltSurface[]> {
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".html"));
  return Promise.all([...pages, "card.js"].map((name) => readSurface(folder, name)));
}

/** What a surface lacks: rules that others have for what it shows too, and classes that nobody has a rule for. */
export function lacking({ classes, selectors }: BuiltSurface, all: readonly BuiltSurface[]): string[] {
  const styled = new Set([...selectors].flatMap(classesIn));
  const isFor = (selector: string) => classesIn(selector).length > 0 && classesIn(selector).every((name) => classes.has(name));
  const elsewhere = all.flatMap((other) => [...other.selectors].filter((selector) => isFor(selector) && !selectors.has(selector)));
  const nowhere = [...classes].filter((name) => !styled.has(name)).map((name) => `.${name}`);
  return [...new Set([...elsewhere, ...nowhere])].sort();
}
