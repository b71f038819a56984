import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { subscriptionMoves } from "../../commands/subscription-moves";
import type { BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { initialize } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const KEY = "R0KEY1234567890abcdef";
const { alerting } = configuration();
const IN_PATH = `https://events.example.com/integration/${KEY}/enqueue`;

const told = (endpoint: BaselineConfig["alerting"]["subscriptions"][number]["endpoint"]): BaselineConfig =>
  configuration({
    // There was no second channel at the time of the former addresses.
    alerting: {
      subscriptions: [
        { severity: "critical", protocol: "email", endpoint: "security+oncall@example.com" },
        { severity: "critical", protocol: "https", endpoint: "https://pager.example.com/aws" },
        { severity: "critical", protocol: "https", endpoint, id: "pager" },
        { severity: "critical", protocol: "https", endpoint: `https://pager.example.com/aws?key=${KEY}` },
        ...alerting.subscriptions.slice(1),
      ],
    },
  });

/** The address of every subscription of this configuration as commit 0137609 wrote it, by its endpoint. */
const FORMER: Readonly<Record<string, string>> = {
  "security+oncall@example.com": "email-security_2b_oncall_40_example_2e_com",
  "https://pager.example.com/aws": "https-https_3a__2f__2f_pager_2e_example_2e_com_2f_aws",
  [IN_PATH]: `https-https_3a__2f__2f_events_2e_example_2e_com_2f_integration_2f_${KEY}_2f_enqueue`,
  [`https://pager.example.com/aws?key=${KEY}`]: `https-https_3a__2f__2f_pager_2e_example_2e_com_2f_aws_3f_key_3d_${KEY}`,
  "security@example.com": "email-security_40_example_2e_com",
  "security-review@example.com": "email-security-review_40_example_2e_com",
};

type Bodies = Record<string, Record<string, Record<string, unknown>>>;

/** The topics of the stack and who is told, with the addresses of commit 0137609; the rest is left out. */
function withFormerAddresses(file: string): void {
  const all = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown> & { resource: Bodies };
  const { resource } = all;
  const frame = Object.fromEntries(
    Object.entries(all).filter(([part]) => !["moved", "output", "//", "resource", "check", "locals"].includes(part)),
  );
  const subscriptions = Object.entries(resource["aws_sns_topic_subscription"] ?? {}).map(([name, body]) => {
    const endpoint = String(body["endpoint"]).replace(/^\$\{sensitive\("(.*)"\)\}$/, "$1");
    return [`${name.split("_")[0] ?? ""}_${FORMER[endpoint] ?? "unknown"}`, { ...body, endpoint }] as const;
  });
  const kept = ["aws_kms_key", "aws_sns_topic"].map((type) => [type, resource[type] ?? {}] as const);
  const former = { ...Object.fromEntries(kept), aws_sns_topic_subscription: Object.fromEntries(subscriptions) };
  writeFileSync(file, JSON.stringify({ ...frame, resource: former }));
}

describeE2E("addresses of subscriptions", () => {
  let trial: Trial;
  const said: string[] = [];
  const file = () => join(trial.deployment.outDir, "stacks/alarms/cdk.tf.json");
  const terraform = (...args: string[]) => trial.deployment.terraform("alarms", args);

  beforeAll(async () => {
    trial = await Trial.start({ seed: existingOrganization, config: told(IN_PATH), env: { TF_VAR_pager: IN_PATH } });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    withFormerAddresses(file());
    await initialize(trial.deployment, "alarms");
    expect(await terraform("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "those of the first versions become short ones: nothing is made anew, and no plan prints a secret",
    async () => {
      trial.reconfigure(told(IN_PATH));
      expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
      // The command reads the configuration that the operator names.
      process.env.BASELINE_CONFIG = join(trial.workshop.folder, "trial.config.ts");
      const log = jest.spyOn(console, "log").mockImplementation((line: unknown) => void said.push(String(line)));
      expect(await subscriptionMoves.run([])).toBe(0);
      log.mockRestore();
      delete process.env.BASELINE_CONFIG;
      const moves = said.map((line) => /state mv '([^']+)' '([^']+)'/.exec(line)?.slice(1) ?? []);
      expect(moves).toHaveLength(2);
      for (const [from = "", to = ""] of moves)
        expect(await terraform("state", "mv", from, to)).toMatchObject({ exitCode: 0 });

      const { output, exitCode } = await terraform("plan");
      expect(exitCode).toBe(0);
      expect(output).not.toContain(KEY);
      expect(output).not.toMatch(/aws_sns_topic_subscription\S+ (will|must) be (created|destroyed|replaced)/);
      expect(output.match(/aws_sns_topic_subscription\S+ has moved to/g)).toHaveLength(5);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "an endpoint moves into a variable: nothing is made anew, and nothing prints it",
    async () => {
      // Log groups and the bus belong to other stacks: only the subscriptions are applied.
      const targets = ["critical", "high", "medium", "low"].map((name) => `-target=aws_sns_topic.${name}_topic`);
      const { resource } = JSON.parse(readFileSync(file(), "utf8")) as { readonly resource: Bodies };
      const all = Object.keys(resource["aws_sns_topic_subscription"] ?? {});
      targets.push(...all.map((name) => `-target=aws_sns_topic_subscription.${name}`));
      // What has moved is named by both of its addresses.
      const { moved } = JSON.parse(readFileSync(file(), "utf8")) as {
        readonly moved: readonly { readonly from: string }[];
      };
      const before = moved.map(({ from }) => `-target=${from}`);
      const applied = await terraform("apply", "-auto-approve", ...targets, ...before);
      expect(applied.output).toMatch(/Apply complete! Resources: 0 added, \d+ changed, 0 destroyed/);
      expect(applied.output).not.toContain(KEY);

      trial.reconfigure(told({ variable: "pager" }));
      expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
      const again = await terraform("plan", "-detailed-exitcode", ...targets);
      expect(again.output).toContain("No changes.");
      expect(again.output).not.toContain(KEY);
      expect(again.exitCode).toBe(0);
    },
    DEPLOY_TIMEOUT_MS,
  );
});
