/** The same function, which keeps its latest answers: most words of posts are the same few thousand. */
export function remembered<T>(make: (key: string) => T, most = 4000): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    if (known.size >= most) known.clear();
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
