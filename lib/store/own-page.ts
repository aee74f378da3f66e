import type { OwnPage } from "../schema/own-work.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** Forgets what one wrote and said of a post that the server removed, so that no word of it outlives it here. Within a transaction over the meta table. */
export async function forgetOwnWork(store: Store, mentionId: string): Promise<void> {
  const page = await getMeta(store, "ownPage");
  if (!page) return;
  const isOther = (row: { readonly mentionId: string }) => row.mentionId !== mentionId;
  const { answers, reviews } = page;
  if (answers.answers.every(isOther) && reviews.reviews.every(isOther)) return;
  await setMeta(store, "ownPage", {
    ...page,
    answers: { ...answers, answers: answers.answers.filter(isOther) },
    reviews: { ...reviews, reviews: reviews.reviews.filter(isOther) },
  });
}

/** Keeps what the page of one's own work showed, unless nobody is signed in any more. */
export async function keepOwnPage(store: Store, page: OwnPage): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    if (await getMeta(store, "account")) await setMeta(store, "ownPage", page);
  });
}
