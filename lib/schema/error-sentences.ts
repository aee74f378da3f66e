import type { ErrorCode, FanswerError } from "./errors.ts";

/**
 * What each error says to do, for logs, terminals and peers. People read the sentence of their own language
 * (locale key `error.<code>`), so the scripts that every page loads can do without this file.
 */
const errorSentences: Readonly<Record<ErrorCode, string>> = {
  unauthorized: "This device is not signed in. Join the workspace again with a new invitation.",
  signed_out: "This device was signed out. Join the workspace again with a new invitation.",
  member_paused: "An admin has paused your place in this workspace. What you wrote is kept; ask an admin to let you go on.",
  member_removed: "You are no longer a member of this workspace. Ask an admin for a new invitation.",
  forbidden: "Your role does not allow this. Ask an admin of the workspace.",
  invitation_invalid: "This invitation cannot be used. Ask for a new one.",
  invitation_unreadable: "There is no whole invitation in this. Copy the link again, from https to its last letter.",
  invitation_unsafe: "This link is not safe, as it does not begin with https. Ask for one that does.",
  sign_on_first: "This link leads to signing in with a forum account. Open it, sign in, and paste the invitation that you get there.",
  sign_on_invalid:
    "The forum's answer cannot be relied on. Begin again; if it happens again, tell an admin that the forum's secret may be another one.",
  sign_on_over: "This sign-in was used, took too long, or began in another browser. Begin again.",
  sign_on_refused: "This forum account cannot join here. Ask an admin for an invitation.",
  consent_needed: "Nothing is sent before you agree. Finish the welcome page first.",
  already_joined: "This device is in that community already. Nothing was changed.",
  communities_full: "This browser is in as many communities as it can be. Leave one of them first.",
  malformed: "The request has the wrong form. Nothing was changed; correct it and send it again.",
  too_many: "Too many tries in a short time. Wait a minute, then try again.",
  unknown_operation: "This server does not know the operation. Update the server.",
  too_large: "The request is too large. Send fewer operations at once.",
  full: "There is no more room for this. Remove some first.",
  protocol_old: "This extension is too old for the server. Update the extension; what waits is kept.",
  protocol_new: "The server is too old for this extension. Ask its operator to update it; what waits is kept.",
  operation_reused: "An operation with this id was sent before with other content. Send it with a new id.",
  not_found: "This is not in the workspace any more.",
  move_not_allowed: "This post has moved on, so that step no longer fits. Look at it again.",
  lease_held: "Someone else has this one. Choose another post.",
  lease_lost: "Your time for this post ran out and someone else has it. Your draft is kept.",
  community_stopped: "Your community takes no posts for now: only staff answer. What you wrote is kept.",
  claim_limit: "You have as many posts as you can hold at once. Answer one or give one back.",
  last_admin: "This is the only admin. Make somebody else an admin first.",
  name_taken: "This name looks like another member's. Choose one that can be told apart from it.",
  queue_empty: "Nothing is waiting right now.",
  list_stale: "Somebody pushed a newer version of this list. Look at it and push yours again.",
  settings_stale: "These settings were changed meanwhile. Look at them and push yours again.",
  keyword_invalid: "A keyword cannot be used as it is written. Correct the marked line.",
  server_unreachable: "The server cannot be reached. What you typed is kept and sent later.",
  server_failed: "The server could not do this. It is tried again by itself.",
  draft_refused: "Something in the draft has to be changed before it is placed.",
  near_copy: "Another reply says nearly the same already. Say it in your own words, then place it.",
  draft_stale: "The post changed while the draft was written, so it was thrown away. Ask again.",
  review_needed: "Others read your replies before they are posted. Send this one for review.",
  review_stale: "The draft was changed meanwhile. Read it again.",
  model_missing: "No language model writes drafts here.",
  model_failed: "The language model gave no draft. Write your own, or ask again.",
  model_refused: "The language model did not want to answer this post. Write your own.",
  address_refused: "The server may not call this address. Use a public one with https, or ask its operator.",
  link_refused: "This link does not lead to the post's own site. Send the link of the post or reply itself, or none.",
  short_link: "This link does not say which post it leads to. Open it, and use the address that the page has then.",
  own_post: "The post is by an account of the brand's own, so it was not added. Nothing is to be done.",
  no_keyword: "No keyword of the workspace stands in this post, so it was not added. Fetch the keyword lists and look again.",
  site_unsupported: "Fanswer does not read this page.",
  post_not_found: "The post is not on this page any more. Open it and try again.",
  composer_not_found: "The reply box did not open. Open it yourself, then try again.",
  composer_not_empty: "There is already text in the reply box. Clear it first, then try again.",
  insert_failed: "The text could not be placed. It is on your clipboard: press Ctrl+V in the reply box.",
  extension_reloaded: "Fanswer was updated. Reload this page.",
  internal: "Something went wrong inside Fanswer. Try again; nothing you typed is lost.",
};

/** The sentence of an error, with the place it names, or from when on it works again. */
export function errorSentence({
  code,
  detail,
  again = null,
}: Pick<FanswerError, "code" | "detail"> & { readonly again?: Date | null }): string {
  if (again !== null)
    return `That is more than one person does in an hour, so this waits. It works again from ${again.toISOString()} on; nothing is lost.`;
  return detail === null ? errorSentences[code] : `${errorSentences[code]} (${detail})`;
}
