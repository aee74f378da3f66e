import { beforeEach, expect, it } from "vitest";
import { createCards } from "../../../entrypoints/card/cards.ts";
import type { PostOffer } from "../../../lib/schema/messages.ts";
import { sighting } from "../../support/samples.ts";

let happened: string[] = [];
beforeEach(() => {
  happened = [];
});

function open() {
  const life = new AbortController();
  const note = (what: string) => () => void happened.push(what);
  const card = (name: string, onEnd: () => void, signal: AbortSignal) => {
    happened.push(`${name} opens`);
    signal.addEventListener("abort", () => {
      happened.push(`${name} ends`);
      onEnd();
    });
    return { show: note(`${name} shows`), hide: note(`${name} hides`), refresh: note(`${name} refreshes`) };
  };
  const cards = createCards(
    {
      answer: ({ community, mentionId }, onEnd, signal) => card(`${community} ${mentionId}`, onEnd, signal),
      offer: ({ community }, onEnd, onShared, signal) => {
        const made = card(`offer of ${community}`, onEnd, signal);
        return { ...made, show: onShared };
      },
    },
    life.signal,
  );
  return { cards, life };
}
const said = () => happened.splice(0);

it("shows one card at a time, of one post one for each community that wants it", () => {
  const { cards } = open();
  cards.show({ community: "acme", mentionId: "x:1" });
  cards.show({ community: "delta", mentionId: "x:1" });
  expect(said()).toEqual(["acme x:1 opens", "acme x:1 hides", "delta x:1 opens"]);
  cards.show({ community: "acme", mentionId: "x:1" });
  expect(said()).toEqual(["delta x:1 hides", "acme x:1 shows"]);
});

it("tells a card only what moved in its own community", () => {
  const { cards } = open();
  cards.show({ community: "acme", mentionId: "x:1" });
  cards.show({ community: "delta", mentionId: "x:1" });
  said();
  cards.refresh({ community: "acme", mentionIds: ["x:1", "x:9"] });
  expect(said()).toEqual(["acme x:1 refreshes"]);
});

it("ends the cards of the community that was left, and no others; joined again, it has cards again", () => {
  const { cards } = open();
  cards.show({ community: "acme", mentionId: "x:1" });
  cards.show({ community: "delta", mentionId: "x:1" });
  said();
  cards.leave({ community: "acme" });
  expect(said()).toEqual(["acme x:1 ends"]);
  cards.show({ community: "acme", mentionId: "x:1" });
  expect(said()).toContain("acme x:1 opens");
});

it("asks for the community that would get the post, and answers for the same", () => {
  const { cards } = open();
  const offer: PostOffer = { community: "delta", mentionId: "x:1", sighting: sighting("1") };
  cards.offer(offer);
  expect(said()).toEqual(["offer of delta opens"]);
});
