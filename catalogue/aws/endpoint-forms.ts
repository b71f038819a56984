/**
 * Forms of what synth sees of an endpoint, and Terraform of one that it is handed: regular expressions that both read
 * alike. Source of the last: ITU-T E.164.
 */
export const ENDPOINT_FORMS = {
  https: "^https://[^\\s/]+",
  sms: "^\\+[1-9][0-9]{6,14}$",
} as const;
