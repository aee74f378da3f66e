import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A part of the page with its name and what it is for. */
export function RuleSection({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="stack" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {hint && <p class="quiet">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
