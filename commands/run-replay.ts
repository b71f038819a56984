import { reportingProblems } from "../config";
import { replay } from "./replay";

reportingProblems(() => {
  void replay(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
});
