import { openMemory } from "./synth-memory";

/** Runs once before the unit tests. */
export default openMemory;
