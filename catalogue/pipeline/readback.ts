import operations from "./readback.golden.json";

/**
 * The operations of AWS that organization/ and the commands call themselves, beside Terraform: inventory, snapshot and
 * evidence. Tests read them out of the source.
 */
export const READBACK: readonly string[] = operations;
