/** As much of a valibot schema as it takes to walk it. */
export interface SchemaNode {
  readonly type: string;
  readonly pipe?: readonly SchemaNode[];
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  /** Of a record; elsewhere something else. */
  readonly key?: unknown;
  readonly value?: unknown;
  readonly wrapped?: SchemaNode;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly requirement?: unknown;
}

/** The actions of a schema's pipe, such as its bounds, with those of a pipe within it. */
export function actionsOf({ pipe }: SchemaNode): readonly SchemaNode[] {
  const [inner, ...own] = pipe ?? [];
  return inner === undefined ? [] : [...actionsOf(inner), ...own];
}
