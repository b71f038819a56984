export { MANAGEMENT_POLICY_PARTS, MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "./policy";
export { MANAGEMENT_PROOF } from "./proof";
