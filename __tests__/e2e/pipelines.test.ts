import { describeEvidence } from "./pipelines/evidence";
import { describeGitHub } from "./pipelines/github";
import { describeGitLab } from "./pipelines/gitlab";
import { describeShell } from "./pipelines/shell";
import { PipelineWorld } from "./pipelines/world";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";

// One organization for all, since deploying it takes longest: each goes on from where the one before left it.
describeE2E("the pipelines that we ship", () => {
  let world: PipelineWorld;

  beforeAll(async () => {
    world = await PipelineWorld.start();
  }, PLAN_TIMEOUT_MS);

  afterAll(() => world.end());

  describeEvidence(() => world);
  describeGitHub(() => world);
  describeGitLab(() => world);
  describeShell(() => world);
});
