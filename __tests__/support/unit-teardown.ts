import { closeMemory } from "./synth-memory";

/** Runs once after the unit tests. */
export default closeMemory;
