import { describe, expect, test, vi } from "vitest";
import { DisclosureLines } from "../../../components/rules/disclosure-lines.tsx";
import { Effect } from "../../../components/rules/effect.tsx";
import { ModelForm } from "../../../components/rules/model-form.tsx";
import { movesOf, scoreText } from "../../../components/rules/moves.ts";
import { OwnWords } from "../../../components/rules/own-words.tsx";
import { ReplyRules } from "../../../components/rules/reply-rules.tsx";
import { RuleSection } from "../../../components/rules/rule-section.tsx";
import { Slider } from "../../../components/rules/slider.tsx";
import { moved, Thresholds } from "../../../components/rules/thresholds.tsx";
import { TryText } from "../../../components/rules/try-text.tsx";
import { WeightSliders } from "../../../components/rules/weights.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";
import { causes } from "../../../lib/schema/triage-settings.ts";
import { noReplyPolicy } from "../../../lib/schema/workspace.ts";
import { has, pageText, press, show, type } from "../page.ts";
import { acme, calm, mention, noonMs, sam } from "../samples.ts";

const { version: _, ...rules } = defaultTriageSettings;
const pull = (name: string, value: number) => type(name, String(value));

describe("a threshold", () => {
  const threshold = { value: 0.6, least: 0.5, most: 0.7 };
  test.each([
    ["value", 0.65, { value: 0.65, least: 0.5, most: 0.7 }],
    ["value", 0.8, { value: 0.8, least: 0.5, most: 0.8 }],
    ["value", 0.4, { value: 0.4, least: 0.4, most: 0.7 }],
    ["least", 0.65, { value: 0.65, least: 0.65, most: 0.7 }],
    ["least", 0.9, { value: 0.9, least: 0.9, most: 0.9 }],
    ["most", 0.55, { value: 0.55, least: 0.5, most: 0.55 }],
    ["most", 0.4, { value: 0.4, least: 0.4, most: 0.4 }],
  ] as const)("with its %s at %f lies within its limits", (name, to, expected) => {
    expect(moved(threshold, name, to)).toEqual(expected);
  });

  test("has limits only while the nights may move it", async () => {
    const onRules = vi.fn();
    await show(<Thresholds rules={rules} onRules={onRules} />);
    expect(document.querySelectorAll("details")).toHaveLength(causes.length);
    await pull("Angry posts go to the first line from", 0.7);
    expect(onRules.mock.lastCall?.[0].thresholds.anger.value).toBe(0.7);
    await press("Adjust these each night");
    expect(onRules.mock.lastCall?.[0].refit).toBe(false);
    await show(<Thresholds rules={{ ...rules, refit: false }} onRules={onRules} />);
    expect(document.querySelectorAll("details")).toHaveLength(0);
  });
});

test("a slider says its number, and is named by its label", async () => {
  const onValue = vi.fn();
  await show(<Slider label="It is angry" value={0.5} least={0} most={1} step={0.05} onValue={onValue} />);
  expect(document.querySelector("output")?.textContent).toBe("0.50");
  await pull("It is angry", 0.8);
  expect(onValue).toHaveBeenCalledWith(0.8);
});

test("weights and patience are set each by itself; patience has bounds", async () => {
  const onRules = vi.fn();
  await show(<WeightSliders rules={rules} onRules={onRules} />);
  await pull("It is urgent", 0.9);
  expect(onRules).toHaveBeenLastCalledWith({ ...rules, weights: { ...rules.weights, urgency: 0.9 } });
  await type("Patience, in minutes", "half an hour");
  expect(onRules.mock.lastCall?.[0].patienceMinutes).toBe(0);
  await show(<WeightSliders rules={{ ...rules, patienceMinutes: 5 }} onRules={onRules} />);
  expect(pageText()).toContain("Choose a number from 60 to 2880.");
});

test("own words are taken each once, and what is no word is said so", async () => {
  const onRules = vi.fn();
  await show(<OwnWords rules={rules} onRules={onRules} />);
  await type("Words that make a post angry", "rip-off, rip-off, never again");
  expect(onRules.mock.lastCall?.[0].words.anger).toEqual(["rip-off", "never again"]);
  await show(<OwnWords rules={{ ...rules, words: { ...rules.words, anger: ["!!!"] } }} onRules={onRules} />);
  expect(pageText()).toContain("“!!!” has no word in it that a post could say.");
});

describe("the effect", () => {
  test("of no change is said, and of each post where it would go", async () => {
    const post = mention({ excerpt: "It blinks" });
    await show(<Effect count={0} moves={[]} />);
    expect(pageText()).toContain("No posts here to try it on yet.");
    await show(<Effect count={3} moves={[]} />);
    expect(pageText()).toContain("All 3 posts here go where they go now.");
    await show(<Effect count={3} moves={[{ mention: post, from: "community", to: "second_line" }]} />);
    expect(pageText()).toContain("1 post would go elsewhere.");
    expect(pageText()).toContain("Community → Second line");
  });

  test("is worked out by the settings that are tried, and what people said stands", () => {
    const words = { ...defaultTriageSettings, words: { urgency: [], technical: ["widget bus"], anger: [] } };
    const post = mention({ excerpt: "Got an Acme widget bus from a friend" });
    expect(movesOf([post, mention()], defaultTriageSettings, words, null)).toEqual([
      { mention: post, from: "community", to: "second_line" },
    ]);
    const overrules = [
      { field: "route", value: "community", was: "community", by: { id: sam.id, name: sam.name }, at: post.firstSeenAt } as const,
    ];
    expect(movesOf([{ ...post, overrules }], defaultTriageSettings, words, null)).toEqual([]);
    expect(scoreText("The widget bus", noonMs, words, null).route).toBe("second_line");
  });
});

test("a text is scored once something stands there", async () => {
  const score = vi.fn(() => ({ ...calm, reasons: [] }));
  await show(<TryText score={score} />);
  expect(score).not.toHaveBeenCalled();
  await type("Type or paste a post", "The widget bus");
  expect(score).toHaveBeenCalledWith("The widget bus");
  expect(pageText()).toContain("Nothing in it stands out.");
});

test("a part of the page is named by its head", async () => {
  await show(
    <RuleSection title="Who gets what" hint="A hint">
      <p>inside</p>
    </RuleSection>,
  );
  const section = document.querySelector("section");
  expect(document.getElementById(section?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Who gets what");
});

describe("the language model", () => {
  const actions = (parts = {}) => ({
    readModel: async () => ({ address: "https://models.acme.example/v1", model: "small-1", hasKey: true }),
    setModel: vi.fn(async () => ({ address: "https://models.acme.example/v1", model: "small-2", hasKey: true })),
    removeModel: vi.fn(async () => null),
    ...parts,
  });

  test("is shown without its key, changed, and stopped", async () => {
    const does = actions();
    await show(<ModelForm actions={does} />);
    expect(pageText()).toContain("small-1");
    const fields = [...document.querySelectorAll("input")];
    expect(fields.map(({ value }) => value)).toEqual(["https://models.acme.example/v1", "small-1", ""]);
    await press("Stop drafts by machine");
    expect(does.removeModel).toHaveBeenCalledOnce();
    expect(has("Stop drafts by machine")).toBe(false);
  });

  test("that the server refuses is said, and what was typed stays", async () => {
    await show(<ModelForm actions={actions({ setModel: async () => Promise.reject(new FanswerError("address_refused")) })} />);
    const name = [...document.querySelectorAll("input")][1];
    await press("Use this");
    expect(document.querySelector("[data-tone=danger]")?.textContent).not.toBe("");
    expect(name?.value).toBe("small-1");
  });
});

describe("what replies keep to", () => {
  const shown = (onRules = vi.fn(async () => {})) =>
    show(<ReplyRules workspace={{ ...acme, answering: noReplyPolicy }} onRules={onRules} />).then(() => onRules);
  const areas = () => [...document.querySelectorAll("textarea")];

  test("is kept box by box, without losing what was set before it came back", async () => {
    const onRules = await shown();
    const [banned, domains] = areas().slice(-4);
    const label = (area: Element | undefined) => document.querySelector(`label[for="${area?.id}"]`)?.textContent ?? "";
    await type(label(banned), "cheap\n\n free ");
    await type(label(domains), "ACME.example");
    expect(onRules).toHaveBeenLastCalledWith({ ...noReplyPolicy, bannedWords: ["cheap", "free"], allowedDomains: ["acme.example"] });
    expect(document.querySelector("[role=status]")?.textContent).not.toBe("");
  });
});

test("words for the tie to the brand are asked for where members had none", async () => {
  const onLines = vi.fn();
  await show(
    <DisclosureLines
      workspace={{ ...acme, answering: noReplyPolicy }}
      rules={noReplyPolicy}
      onLines={onLines}
      readGaps={async () => [{ side: "customer", lang: "de", replies: 3 }]}
    />,
  );
  expect(pageText()).toContain("German");
});
