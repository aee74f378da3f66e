/** Modules and what each imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * The circles: groups of modules of which each leads to every other by imports (the strongly connected components of more than one module, found by
 * Tarjan's algorithm, SIAM J. Comput. 1, 1972), each in alphabetical order.
 */
export function circlesOf(imports: Imports): string[][] {
  const circles: string[][] = [];
  /** When a module was first seen, and the earliest one that it leads back to. */
  const seen = new Map<string, { readonly at: number; back: number; isOpen: boolean }>();
  const path: string[] = [];

  const visit = (module: string) => {
    const mark = { at: seen.size, back: seen.size, isOpen: true };
    seen.set(module, mark);
    path.push(module);
    for (const target of imports.get(module) ?? []) {
      const known = seen.get(target) ?? visit(target);
      if (known.isOpen) mark.back = Math.min(mark.back, known.back);
    }
    if (mark.back === mark.at) {
      const group = path.splice(path.indexOf(module));
      for (const each of group) Object.assign(seen.get(each) ?? {}, { isOpen: false });
      if (group.length > 1) circles.push(group.sort());
    }
    return mark;
  };

  for (const module of imports.keys()) if (!seen.has(module)) visit(module);
  return circles;
}
