export { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements, type ManagementSettings } from "./policy";
export { MANAGEMENT_PROOF } from "./proof";
