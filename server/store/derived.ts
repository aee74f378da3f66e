// What follows from the columns of a mention, written as its indexes have it: in any other words no index is used.

/** When it is whose turn: the earliest is next. */
export const turn = "((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds')";

/** The first five hexadecimal digits of the hash of the id: what devices ask by. */
export const bucket = String.raw`left(encode(sha256(decode(replace(mention_id, E'\\', E'\\\\'), 'escape')), 'hex'), 5)`;
