import type { Deployment } from "../../terraform/deployment";
import { example, EXAMPLE_NAMES } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { PLANNED_EXAMPLES } from "./support/planned-examples";
import { INSTALLED } from "./support/provider-pin";
import { STACKS } from "./support/stacks";
import { Workshop } from "./support/trial";

/** A provider configuration is a process, and an example may have 34 of them. */
const TIMEOUT_MS = 180_000;

/** A plan validates, too. */
const VALIDATED = EXAMPLE_NAMES.filter((name) => !PLANNED_EXAMPLES.some((planned) => planned === name));

describeE2E("the real provider accepts the output", () => {
  describe.each(VALIDATED)("of %s", (name) => {
    let workshop: Workshop;
    let deployment: Deployment;

    beforeAll(async () => {
      workshop = new Workshop();
      workshop.configure(example(name));
      deployment = workshop.deployment({});
      expect(await deployment.synth()).toMatchObject({ exitCode: 0 });
    }, TIMEOUT_MS);

    afterAll(() => workshop.remove());

    test.each(STACKS)(
      "%s",
      async (stack) => {
        const init = await deployment.terraform(stack, ["init", "-backend=false"]);
        expect(init.output).toMatch(INSTALLED);
        const { exitCode, output } = await deployment.terraform(stack, ["validate"]);
        expect({ exitCode, output: output.trim() }).toEqual({
          exitCode: 0,
          output: "Success! The configuration is valid.",
        });
      },
      TIMEOUT_MS,
    );
  });
});
