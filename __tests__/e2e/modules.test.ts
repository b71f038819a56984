import { startEmulator, type Emulator } from "../../emulator/start";
import { existingOrganization, type OrganizationSeed } from "../../emulator/organization-seed";
import { example, EXAMPLE_NAMES } from "../support/examples";
import { describeE2E } from "./support/describe-e2e";
import { blocksIn, ModuleRoot } from "./support/module-root";
import { STACKS } from "./support/stacks";
import { DEPLOY_TIMEOUT_MS, PLAN_TIMEOUT_MS } from "./support/timeouts";

const SHIPPED = example("existing-organization");

/** The same organization in other accounts. */
const secondOrganization = JSON.parse(
  JSON.stringify(existingOrganization)
    .replaceAll("o-exampleorgid", "o-secondorgid")
    .replaceAll("111111111111", "777777777777")
    .replaceAll("222222222222", "888888888888")
    .replaceAll("333333333333", "999999999999"),
) as OrganizationSeed;

const NOTHING_TO_CHANGE = { code: 0, output: expect.stringMatching(/No changes\. Your infrastructure/) as unknown };

describeE2E("the call on the page of each module is valid", () => {
  test.each(EXAMPLE_NAMES)(
    "in %s",
    async (name) => {
      const root = new ModuleRoot(example(name));
      try {
        root.write("main.tf", `${blocksIn(STACKS.map((stack) => root.call(stack)))}\n`);
        await root.initialize();
        const { code, output } = await root.terraform(["validate"]);
        expect([code, output.trim()]).toEqual([0, "Success! The configuration is valid."]);
        expect(await root.terraform(["fmt", "-check", "-diff", "main.tf"])).toMatchObject({ code: 0, output: "" });
      } finally {
        root.remove();
      }
    },
    PLAN_TIMEOUT_MS,
  );
});

describeE2E("a root module of another hand", () => {
  const emulators: Emulator[] = [];
  let first: Emulator;

  beforeAll(async () => {
    first = await startEmulator({ seed: existingOrganization });
    emulators.push(first);
  }, PLAN_TIMEOUT_MS);

  afterAll(() => Promise.all(emulators.map((each) => each.stop())));

  test(
    "calls a module for two organizations, each with its own ids",
    async () => {
      const second = await startEmulator({ seed: secondOrganization });
      emulators.push(second);
      const organization = ({ endpoint, env }: Emulator) => ({
        ...{ endpoint, access_key: env["AWS_ACCESS_KEY_ID"], secret_key: env["AWS_SECRET_ACCESS_KEY"] },
      });
      const organizations = { first: organization(first), second: organization(second) };
      const root = new ModuleRoot(SHIPPED, { TF_VAR_organizations: JSON.stringify(organizations) });
      try {
        root.copy("two-organizations.tf");
        await root.initialize();
        const { code, output } = await root.terraform(["apply", "-auto-approve"]);
        expect([code, output]).toEqual([0, expect.stringContaining("Apply complete!")]);
        expect(output).toContain('"arn:aws:iam::222222222222:role/org-baseline-break-glass-audit"');
        expect(output).toContain('"arn:aws:iam::888888888888:role/org-baseline-break-glass-audit"');
        expect(await root.terraform(["plan", "-detailed-exitcode"])).toMatchObject(NOTHING_TO_CHANGE);
        // The second call with the providers of the first: nothing is planned in the wrong organization.
        const swapped = JSON.stringify({ ...organizations, second: organizations.first });
        expect(await root.terraform(["plan", "-var", `organizations=${swapped}`])).toMatchObject({
          code: 1,
          output: expect.stringMatching(
            /aws\.management-us-east-1 must be a provider of 777777777777, got\s+111111111111/,
          ) as unknown,
        });
      } finally {
        root.remove();
      }
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "waits for something else with ids that it passes, and is stopped where one of them is another's",
    async () => {
      const root = new ModuleRoot(SHIPPED, first.env);
      try {
        root.copy("after-something-else.tf");
        await root.initialize();
        const without = await root.terraform(["plan", "-var", "pass_ids=false"]);
        expect([without.code, without.output]).toEqual([1, expect.stringContaining("Invalid for_each argument")]);
        expect(await root.terraform(["plan", "-detailed-exitcode"])).toMatchObject({ code: 2 });

        const wrong = ["-var", 'other_ids={"Workloads/Canary":"ou-exam-11111111"}'];
        const stopped = await root.terraform(["apply", "-auto-approve", ...wrong]);
        expect([stopped.code, stopped.output]).toEqual([
          1,
          expect.stringMatching(/target_ids must hold the ids of the targets, got ou-exam-11111111/),
        ]);
        expect((await root.terraform(["state", "list"])).output).not.toContain("aws_organizations_policy_attachment");

        expect(await root.terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
        expect((await root.terraform(["state", "list"])).output).toContain(
          "module.guardrails[0].aws_organizations_policy_attachment.deny-root-user[",
        );
        for (const pass of ["true", "false"])
          expect(await root.terraform(["plan", "-detailed-exitcode", "-var", `pass_ids=${pass}`])).toMatchObject(
            NOTHING_TO_CHANGE,
          );
        expect(await root.terraform(["apply", "-auto-approve", "-var", "enabled=false"])).toMatchObject({ code: 0 });
        expect((await root.terraform(["state", "list"])).output).not.toContain("module.guardrails");
      } finally {
        root.remove();
      }
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "takes over what is attached already, by the import blocks of the page",
    async () => {
      const root = new ModuleRoot(SHIPPED, first.env);
      try {
        root.write("main.tf", root.call("guardrails"));
        await root.initialize();
        expect(await root.terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
        const attached = "module.guardrails.aws_organizations_policy_attachment.stay-in-organization";
        expect(await root.terraform(["state", "rm", attached])).toMatchObject({ code: 0 });
        expect((await root.terraform(["plan"])).output).toMatch(
          /Plan: 1 to import, 0 to add, 0 to change, 0 to destroy/,
        );
        // Taken over, it goes with the rest: a policy that is attached cannot be deleted.
        expect(await root.terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
        expect(await root.terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
      } finally {
        root.remove();
      }
    },
    DEPLOY_TIMEOUT_MS,
  );

  // As Terragrunt works, which is not run here: the module itself is the root, with a provider and a backend beside it.
  test.each(STACKS)(
    "may be generated beside %s",
    async (stack) => {
      const root = new ModuleRoot(SHIPPED, first.env);
      const below = `modules/${stack}`;
      try {
        const generated = blocksIn([root.call(stack)])
          .split(/\n\n(?=\w)/)
          .filter((block) => /^(provider|variable) /.test(block));
        root.write(`${below}/provider.tf`, generated.join("\n\n"));
        root.write(
          `${below}/backend.tf`,
          `terraform {\n  backend "local" {\n    path = "../../${stack}.tfstate"\n  }\n}\n`,
        );
        await root.initialize(below);
        const { code, output } = await root.terraform(["plan", "-detailed-exitcode"], below);
        expect([code, output]).toEqual([2, expect.stringMatching(/Plan: \d+ to add, 0 to change, 0 to destroy/)]);
      } finally {
        root.remove();
      }
    },
    PLAN_TIMEOUT_MS,
  );
});
