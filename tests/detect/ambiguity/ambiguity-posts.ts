/** Invented posts, two-sided: `[name]` stands where the matcher hit. */
export const posts: Record<string, { brand: string[]; word: string[] }> = {
  Delta: {
    brand: [
      "Stuck at the gate again, [Delta] cancelled my flight to Oslo",
      "why does [delta] charge extra fees for a second bag",
      "Waited two hours for [Delta] customer service",
      "@[Delta] where is my suitcase?",
      "The new [Delta] app logs me out every morning",
    ],
    word: [
      "We paddled down the river [delta] at dawn and saw herons",
      "The [delta] between both results is tiny",
      "Rice grows well in this [delta]",
      "Grew up near the Mekong [Delta] with my aunt",
      "a [delta] of less than two percent",
    ],
  },
  Target: {
    brand: [
      "Picked up earbuds at [Target] today and they will not pair",
      "ordered these chargers from [target] and the receipt is gone",
      "Does [Target] sell the small charger?",
      "My [Target] order never shipped",
      "#[Target] staff were lovely about the refund",
    ],
    word: [
      "We missed the [target] by a mile this month",
      "she became a [target] of cruel jokes",
      "They [target] older people with these calls",
      "Our next [target] is a second garden",
      "He will [target] the near corner again",
    ],
  },
  Bell: {
    brand: [
      "Called [Bell] about my bill and nobody knew a thing",
      "[Bell] customer support hung up on me twice",
      "the internet from [Bell] is down in our street",
      "@[Bell] please fix the wifi in Moncton",
    ],
    word: [
      "does that name ring a [bell]?",
      "The [bell] of the old church woke us",
      "Met Kristen [Bell] on the train, so kind",
      "every [bell] in town rang at noon",
      "We live on [Bell] Street above the bakery",
    ],
  },
  Sky: {
    brand: [
      "[Sky] put the price of broadband up again",
      "watching the match on [Sky] with dad",
      "Cancelled [Sky] and still pay for the subscription",
      "Is [Sky] down for anybody else? No tv since noon",
    ],
    word: [
      "what a [sky] tonight, pink and gold",
      "The [sky] is full of stars",
      "Look at the [sky] over the bay!",
      "my [sky] photos never come out right",
      "geese high in the [sky]",
    ],
  },
  Time: {
    brand: [
      "Read the cover story in the new [Time] magazine online",
      "@[Time] your subscription page is broken",
      "My article is on the [Time] website now",
    ],
    word: [
      "it is [time] to go home",
      "[Time] to pack for the sea",
      "we had a great [time] at the lake",
      "Every [time] I pair them they drop",
      "no [time] for breakfast",
    ],
  },
  Apple: {
    brand: [
      "[Apple] announced a smaller phone",
      "my [apple] laptop will not charge",
      "Took it to the [Apple] store and they replaced it",
      "bought headphones from [apple] last week",
      "Why does [Apple] hide this setting in ios?",
    ],
    word: [
      "ate an [apple] under the tree",
      "warm [apple] pie with cinnamon",
      "The [apple] fell on my head",
      "a glass of [apple] juice for the baby",
      "this [apple] tastes of nothing",
    ],
  },
  Orange: {
    brand: [
      "[Orange] customer service never answers the phone",
      "Moved my number from [Orange] to another network",
      "@[Orange] no signal since monday",
    ],
    word: [
      "peeled an [orange] on the bus",
      "she wore an [orange] scarf",
      "The [orange] cat sleeps all day",
      "fresh [orange] juice and toast",
    ],
  },
  Shell: {
    brand: [
      "Filled up at [Shell] and the price had doubled",
      "[Shell] reported a record profit this quarter",
      "The loyalty card from [Shell] does not work",
    ],
    word: [
      "found a [shell] on the beach",
      "The snail hid in its [shell]",
      "crack the [shell] and save the yolk",
      "every [shell] we found was broken",
    ],
  },
  Gap: {
    brand: [
      "Returned the jeans to [Gap] without a receipt",
      "[Gap] customer service lost my order",
      "Is the [Gap] website down? Cannot checkout",
    ],
    word: [
      "please mind the [gap]",
      "there is a [gap] between the boards",
      "They closed the [gap] in the second half",
      "a [gap] of two years",
    ],
  },
  Visa: {
    brand: ["Paid with [Visa] and was charged twice", "My [Visa] card was declined at the till", "[Visa] announced new fees for shops"],
    word: [
      "still waiting for my wife's [visa]",
      "The [visa] came through on friday",
      "they need a [visa] to visit us",
      "without a [visa] you cannot stay",
    ],
  },
};

/** The post without its brackets, and where the hit stands. */
export function readPost(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { text: marked.replace(/[[\]]/g, ""), start, end };
}
