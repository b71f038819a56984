import { DeploymentWatch } from "../../trial/deployment-watch";

test("counts what Terraform reports through the CDKTF CLI", () => {
  const told: string[] = [];
  const watch = new DeploymentWatch(9, 2, (detail) => told.push(detail));
  [
    "root-access  aws_iam_role.break-glass-audit_role (break-glass-audit/role): Creating...",
    "root-access  aws_iam_role.break-glass-audit_role (break-glass-audit/role): Creation complete after 0s [id=x]",
    "             aws_s3_bucket_lifecycle_configuration.rules (expiry/rules): Still creating... [10s elapsed]",
    "             aws_s3_bucket_lifecycle_configuration.rules (expiry/rules): Creation complete after 50s [id=y]",
    "             Apply complete! Resources: 9 added, 0 changed, 0 destroyed.",
  ].forEach((line) => watch.line(line));
  expect(told).toEqual([
    "Terraform initializes every stack",
    "1 of 9 resources, 0 of 2 stacks done",
    "1 of 9 resources, 0 of 2 stacks done, waiting for aws_s3_bucket_lifecycle_configuration",
    "2 of 9 resources, 0 of 2 stacks done",
    "2 of 9 resources, 1 of 2 stacks done",
  ]);
});
