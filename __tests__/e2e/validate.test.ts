import type { Deployment } from "../../terraform/deployment";
import { example, EXAMPLE_NAMES } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { PLANNED_EXAMPLES } from "./support/planned-examples";
import { INSTALLED } from "./support/provider-pin";
import { STACKS } from "./support/stacks";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Workshop } from "./support/trial";

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
    }, PLAN_TIMEOUT_MS);

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
      PLAN_TIMEOUT_MS,
    );
  });
});
