/**
 * Versions of the AWS provider that each form of the output (`terraform.awsProvider`) accepts. `portable` is valid on
 * both majors: proven with 5.100.0 in every test run, and by the bindings of 6.25. `6` begins where the provider no
 * longer takes S3's default SSE-C block away in every plan, as 6.22 to 6.39 do; one range cannot leave those out of
 * `portable`, so the README says it.
 */
export const PROVIDER_VERSIONS = {
  portable: ">= 5.100.0, < 7.0.0",
  "6": ">= 6.40.0, < 7.0.0",
} as const;
