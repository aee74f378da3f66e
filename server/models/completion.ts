import * as v from "valibot";

const problems = [
  "auth",
  "rate_limited",
  "failed",
  "rejected",
  "refused",
  "timeout",
  "unreachable",
  "blocked",
  "malformed",
  "secret_lost",
] as const;
type ModelProblem = (typeof problems)[number];

/** Why a model gave no answer; `refused`: it did not want to. */
export class ModelError extends Error {
  readonly problem: ModelProblem;

  constructor(problem: ModelProblem) {
    super(problem);
    this.name = "ModelError";
    this.problem = problem;
  }
}

const Said = v.object({ content: v.nullish(v.string()), refusal: v.nullish(v.string()) });
const Choice = v.object({ delta: v.optional(Said), message: v.optional(Said), finish_reason: v.nullish(v.string()) });
const Answer = v.object({ choices: v.array(Choice) });

/** An answer of the chat completions protocol, put together from its chunks. */
export class Completion {
  #text = "";
  #isEnded = false;

  /** The data of one event. */
  chunk(data: string): void {
    if (data === "[DONE]") this.#isEnded = true;
    else this.#take(data, "delta");
  }

  /** The body of a server that does not stream. */
  whole(body: string): void {
    this.#take(body, "message");
    this.#isEnded = true;
  }

  /** The answer; throws when it was cut off or is empty. */
  end(): string {
    const text = this.#text.trim();
    if (!this.#isEnded || text === "") throw new ModelError("malformed");
    return text;
  }

  #take(json: string, part: "delta" | "message"): void {
    const [choice] = readAnswer(json).choices;
    if (!choice) return;
    const said = choice[part];
    if (said?.refusal || choice.finish_reason === "content_filter") throw new ModelError("refused");
    this.#text += said?.content ?? "";
    if (choice.finish_reason) this.#isEnded = true;
  }
}

function readAnswer(json: string): v.InferOutput<typeof Answer> {
  try {
    return v.parse(Answer, JSON.parse(json));
  } catch {
    throw new ModelError("malformed");
  }
}
