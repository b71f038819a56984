import { arn } from "../../../catalogue/aws/arn";
import { mistake } from "../../contract/mistake";
import type { Pipeline, Platform } from "./platform";

/** The project of a role: the first plans, the second applies. Evidence is read by whoever plans. */
const projectOf = ({ projects: [plan = "", apply = ""] }: Pipeline, role: string): string =>
  role === "apply" ? apply : plan;

/**
 * AWS runs the jobs and assumes the role itself, for the one project that is named.
 * Source: CodeBuild User Guide, allow CodeBuild to interact with other services (confused deputy).
 */
export const codebuild: Platform = {
  name: "codebuild",
  needs: ["project"],
  takes: [],
  issuer: () => undefined,
  check: ({ projects }) => {
    const [plan, apply, ...more] = projects;
    const wrong = projects.find((each) => !/^[A-Za-z0-9][\w-]{1,149}$/.test(each));
    if (apply === undefined || more.length > 0 || plan === apply || wrong !== undefined)
      mistake("--project", "be given twice: the project that plans, then another that applies", wrong ?? projects);
  },
  trust: (role, pipeline, { partition, account, region }) => ({
    Sid: "PipelineJob",
    Effect: "Allow",
    Principal: { Service: "codebuild.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnEquals: {
        "aws:SourceArn": arn({
          partition,
          service: "codebuild",
          region,
          account,
          resource: `project/${projectOf(pipeline, role)}`,
        }),
      },
    },
  }),
  notes: () => [
    "The projects stand in the management account and in the home Region. A project that builds pull requests must not be the one that applies. What CodeBuild itself needs (its log group, the artifacts' bucket) is not in these policies.",
  ],
};
