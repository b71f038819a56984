/**
 * Versions of the AWS provider that each form of the output (`terraform.awsProvider`) accepts. `portable` is valid on
 * both majors: proven with 5.100.0 in every test run, and by the bindings of 6.25.
 */
export const PROVIDER_VERSIONS = {
  portable: ">= 5.100.0, < 7.0.0",
  "6": ">= 6.0.0, < 7.0.0",
} as const;
