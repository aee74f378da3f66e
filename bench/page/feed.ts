import { Chance } from "../kit/numbers.ts";

const element = (page: Document, name: string, attributes: Readonly<Record<string, string>>, ...inside: (Node | string)[]): HTMLElement => {
  const made = page.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

/** A post in a cell as X marks it up, with the nesting and the buttons of a real one. */
export function createPost(page: Document, id: number, text: string): HTMLElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...inside: (Node | string)[]) =>
    element(page, name, attributes, ...inside);
  const handle = `person_${id % 97}`;
  const link = () => make("a", { href: `/${handle}` }, make("div", { dir: "ltr" }, make("span", {}, make("span", {}, `@${handle}`))));
  const time = make("time", { datetime: "2026-01-02T10:00:00.000Z" }, "2h");
  const name = make("div", { "data-testid": "User-Name" }, link(), link(), make("a", { href: `/${handle}/status/${id}` }, time));
  const words = text.split(/(?<= )/).map((word) => make("span", {}, word));
  const body = make("div", { "data-testid": "tweetText", dir: "auto", lang: "en" }, ...words);
  const buttons = ["reply", "retweet", "like", "bookmark"].map((kind) =>
    make("button", { "data-testid": kind, "aria-label": `${id % 9} ${kind}` }, make("div", {}, make("span", {}, String(id % 9)))),
  );
  const column = make(
    "div",
    { class: "column" },
    make("div", {}, make("div", {}, name)),
    make("div", {}, body),
    make("div", { role: "group" }, ...buttons),
  );
  const article = make("article", { "data-testid": "tweet", role: "article", tabindex: "0" }, make("div", {}, make("div", {}, column)));
  return make("div", { "data-testid": "cellInnerDiv" }, article);
}

/** So many posts' texts out of the corpus, in the order that a seed gives. */
export function textsFor(posts: readonly string[], count: number): string[] {
  const chance = new Chance(5);
  return Array.from({ length: count }, () => chance.pick(posts));
}
