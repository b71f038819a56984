import { handedOver } from "./requirements";

/** `describe` where everything is there that end-to-end tests need; elsewhere they are reported as not run. */
export const describeE2E = handedOver() === undefined ? describe.skip : describe;
