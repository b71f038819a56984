import type { Command } from "./baseline";
export const docs: Command = {
  summary: "write the generated documentation (--check: only compare)",
  run: async () => 0,
};
