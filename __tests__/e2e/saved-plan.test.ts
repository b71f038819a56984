import { DeleteRoleCommand } from "@aws-sdk/client-iam";
import { Clients } from "../../organization";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const SECURITY = "222222222222";
const PLAN_ROLE = "PipelinePlan";
const roleArn = (name: string) => `security_role_arn=arn:aws:iam::${SECURITY}:role/${name}`;

describeE2E("the role that Terraform assumes", () => {
  let trial: Trial;

  beforeAll(async () => {
    const seed = { ...existingOrganization, roles: [{ accountId: SECURITY, name: PLAN_ROLE }] };
    trial = await Trial.start({ seed, config: configuration() });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    expect(await trial.deployment.terraform("root-access", ["init"])).toMatchObject({ exitCode: 0 });
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  const terraform = (...args: string[]) => trial.deployment.terraform("root-access", args);

  test(
    "is the one that the variable names",
    async () => {
      const { exitCode, output } = await terraform("plan", "-var", roleArn("Nobody"));
      expect(exitCode).toBe(1);
      expect(output).toContain(`IAM Role (arn:aws:iam::${SECURITY}:role/Nobody) cannot be assumed.`);
    },
    PLAN_TIMEOUT_MS,
  );

  test(
    "is not frozen into a saved plan: it is applied with another role",
    async () => {
      expect(await terraform("plan", "-out=saved.tfplan", "-var", roleArn(PLAN_ROLE))).toMatchObject({ exitCode: 0 });
      const iam = new Clients(parseConfig(configuration()), trial.emulator.env).at(SECURITY).iam();
      await iam.send(new DeleteRoleCommand({ RoleName: PLAN_ROLE }));
      const applied = await terraform("apply", "-var", roleArn("OrganizationAccountAccessRole"), "saved.tfplan");
      expect(applied.output).toContain("Apply complete!");
    },
    PLAN_TIMEOUT_MS,
  );
});
