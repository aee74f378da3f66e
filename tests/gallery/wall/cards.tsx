import { Card } from "../../../components/card/card.tsx";
import { widthIn } from "../../../components/card/position.ts";
import type { Flow } from "../../../components/composer/flow.ts";
import { ShareCard } from "../../../components/share/share-card.tsx";
import { exampleSighting } from "../../../components/welcome/example.ts";
import type { Draft } from "../../../lib/schema/mention.ts";
import { angry, at, cardState, heldBy, linh, mention, noonMs, noor, still, suggestions } from "../../components/samples.ts";

const first = suggestions[0]?.text ?? "";
const mine = (renewals = 0, minutes = 8.7) => cardState({ mention: heldBy(noor, minutes, renewals) });
const markup = "<img src=x onerror=alert(1)>\u202e\u200b".repeat(4);

const nia = { ...noor, id: "m-nia", name: "Nia Aldous", level: 0 };
/** A newcomer's draft with its reviewers. */
const atReview = (status: Draft["status"], review: Partial<NonNullable<Draft["review"]>> = {}): Partial<Flow> => {
  const usual = { since: at(-2), needs: 2, needsUnlike: false, forStaff: false, reason: null, verdicts: [] };
  const draft = { text: first, status, author: { id: nia.id, name: nia.name }, updatedAt: at(-2), review: { ...usual, ...review } };
  return { card: cardState({ me: nia, mention: { ...heldBy(nia), draft } }), step: "write", text: first };
};
const edit = first.replace("ten seconds", "twelve seconds").replace("They pair again by themselves.", "Then they pair again.");

const states: Record<string, Partial<Flow>> = {
  look: { card: cardState() },
  offline: { card: cardState({ isOffline: true }) },
  proposed: { card: cardState({ mention: { opinions: [{ wish: "dismiss", value: "spam", note: null, isMine: true }] } }) },
  late: { card: cardState({ mention: { dueAt: at(-20), triage: angry } }) },
  write: { card: mine(), step: "write" },
  looking: { card: { ...mine(), suggestions: suggestions.slice(0, 1), isSearching: true }, step: "write" },
  taken: { card: mine(), step: "write", text: first, ownText: "" },
  heated: { card: cardState({ mention: { ...heldBy(noor), triage: angry } }), step: "write" },
  own: {
    card: { ...mine(0, 1.2), unsentDraft: "x" },
    step: "write",
    text: "Hi Dana, the steps for {product} are here: {link}",
    suggestion: 2,
    ownText: "Hi",
  },
  checked: {
    card: mine(),
    step: "write",
    text: "Call 22 86 44 00. Hold the button for ten seconds until it blinks twice.",
    problem: "draft_refused",
    checked: {
      text: "Call 22 86 44 00. Hold the button for ten seconds until it blinks twice.",
      problems: [
        { code: "phone_number", words: ["22 86 44 00"] },
        { code: "near_copy", words: ["Hold the button for ten seconds until it blinks twice."] },
        { code: "tone", words: ["Call"] },
      ],
    },
  },
  modelDraft: { card: { ...mine(), languageModel: "server" }, step: "write", text: first, modelDraft: { text: first, isRead: false } },
  asking: { card: { ...mine(), languageModel: "server" }, step: "write", text: "שלום Dana, לחצו על Power", busy: "model_draft" },
  long: { card: mine(), step: "write", text: `${first} ${first}`, problem: "server_unreachable" },
  newcomer: { card: cardState({ me: nia, mention: heldBy(nia) }), step: "write", text: first },
  inReview: atReview("in_review"),
  bridge: atReview("in_review", { needs: 1, needsUnlike: true }),
  suggested: atReview("in_review", { needs: 1, verdicts: [{ by: { id: linh.id, name: linh.name }, verdict: "suggested", text: edit }] }),
  approved: atReview("approved", { needs: 0 }),
  sentBack: atReview("rejected", { reason: "not_allowed" }),
  placed: { card: mine(), step: "placed", text: first },
  confirm: { card: mine(), step: "confirm", text: first },
  done: { card: cardState({ mention: { status: "answered" } }), step: "done" },
  lost: { card: cardState({ mention: heldBy(linh) }), step: "lost", text: first },
  ranout: { card: cardState(), step: "lost", text: first },
  other: { card: cardState({ mention: heldBy(linh) }) },
  staff: { card: cardState({ mention: { route: "first_line", status: "escalated" } }), said: "handed_over" },
  hostile: {
    card: cardState({
      mention: {
        author: { name: markup, handle: null, verified: null },
        status: "answered",
        reply: { text: "", url: null, proof: "seen", author: { id: "m", name: markup }, at: at(0) },
      },
    }),
  },
};

const next = {
  get: async () => ({
    mention: mention({ id: "x:2", triage: angry, excerpt: "Second week without an answer about my Acme case." }),
    isFull: false,
  }),
  open: async () => {},
};

/** As wide as the frame that a card stands in on a page. */
const columns = `repeat(auto-fill,${widthIn({ width: 1180, height: 900 })}px)`;

/** Every state of the card side by side. */
export function CardWall() {
  return (
    <div
      style={`display:grid;grid-template-columns:${columns};gap:20px;padding:20px;align-items:start;background:light-dark(#f2f2ee,#000)`}
    >
      {Object.entries(states).map(([name, flow]) => (
        <Card key={name} answering={still(flow)} nowMs={noonMs} way="place" onClose={() => {}} next={next} />
      ))}
      <ShareCard sighting={exampleSighting(noonMs)} onShare={async () => {}} onClose={() => {}} />
    </div>
  );
}
