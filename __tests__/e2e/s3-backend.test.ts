import { CreateBucketCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { Clients } from "../../organization";
import { everything } from "../../organization/clients/pages";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Workshop } from "./support/trial";

const BUCKET = "team-terraform-state";
const STATE = "org-baseline/guardrails/terraform.tfstate";

/** The bucket is left to the pipeline, as in teams that keep its name out of the repository. */
const config = configuration({
  terraform: { ...configuration().terraform, backend: { type: "s3", region: "us-east-1" } },
});

describeE2E("state in S3", () => {
  let emulator: Emulator;
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = new Workshop();
    workshop.configure(config);
    emulator = await startEmulator({ seed: existingOrganization });
  }, PLAN_TIMEOUT_MS);

  afterAll(async () => {
    await emulator.stop();
    workshop.remove();
  });

  test(
    "is written below the stack's key and read again, with nothing left locked",
    async () => {
      const client = new Clients(parseConfig(config), emulator.env).at("111111111111").s3();
      await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
      const deployment = workshop.deployment(emulator.env);
      const terraform = (...args: string[]) => deployment.terraform("guardrails", args);
      expect(await deployment.synth()).toMatchObject({ exitCode: 0 });
      expect(await terraform("init", `-backend-config=bucket=${BUCKET}`)).toMatchObject({ exitCode: 0 });
      expect(await terraform("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
      const objects = await everything(paginateListObjectsV2({ client }, { Bucket: BUCKET }), (page) => page.Contents);
      expect(objects.map(({ Key }) => Key)).toEqual([STATE]);
      expect(await terraform("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
    },
    PLAN_TIMEOUT_MS,
  );
});
