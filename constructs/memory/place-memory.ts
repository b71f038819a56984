import type { Construct } from "constructs";
import { StateMemory } from "./state-memory";

export interface PlaceMemoryProps {
  /** Where things live, by the field of the configuration that decides it. */
  readonly facts: Readonly<Record<string, string>>;
  /** What to do where a fact has changed and that is meant. */
  readonly way: string;
}

/**
 * Remembers in the state where the stack was first deployed, and refuses a plan for another place. Providers do not
 * tell that a place changed: what is looked for in another Region or account is "gone" and made anew, while the old one
 * stands where nobody manages it.
 */
export class PlaceMemory extends StateMemory {
  constructor(scope: Construct, id: string, { facts, way }: PlaceMemoryProps) {
    super(scope, id, {
      input: { ...facts },
      lifecycle: {
        // What was deployed first stays: no plan moves the memory along.
        ignoreChanges: ["input"],
        postcondition: Object.entries(facts).map(([field, now]) => {
          // A fact that an older memory does not hold is not known to have changed.
          const before = `try(self.input[${JSON.stringify(field)}], ${JSON.stringify(now)})`;
          return {
            condition: `\${${before} == ${JSON.stringify(now)}}`,
            errorMessage: `${field} must stay \${${before}}, where this stack is deployed, got ${now}: put it back, or ${way}`,
          };
        }),
      },
    });
  }
}
