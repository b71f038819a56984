export { actionsOfOperation } from "./api-actions";
export { READBACK } from "./readback";
export { PHASES, RECORDING, type Part, type Phase } from "./recording";
export { isReading, serviceAction } from "./service-actions";
export { UNRECORDED, type Unrecorded } from "./unrecorded";
