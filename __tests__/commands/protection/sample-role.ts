import type { RoleFacts } from "../../../organization/services/roles";

/** A break-glass role that opens root sessions for one task. */
export const role = (name: string, taskPolicyArn: string): RoleFacts => ({
  arn: `arn:aws:iam::222222222222:role/${name}`,
  name,
  trustPolicy: {},
  inlinePolicies: {
    "open-root-session": {
      Statement: [{ Action: "sts:AssumeRoot", Condition: { StringEquals: { "sts:TaskPolicyArn": taskPolicyArn } } }],
    },
  },
  attachedPolicies: [],
});
