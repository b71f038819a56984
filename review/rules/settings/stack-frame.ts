import { credentialsWithheld } from "../../model/sensitive";
import type { Thing } from "../../model/thing";
import { mustBeSame, mustStay } from "./orders";
import { settingRule } from "./setting";

/** Where the state lies, without what opens it. */
const withoutCredentials =
  (key: string) =>
  ({ values }: Thing): unknown =>
    credentialsWithheld(values[key]);

/** What a stack asks of Terraform, and where its state lies. */
export const stackFrame = settingRule({
  id: "stack-frame",
  severity: "high",
  fires: "a stack keeps its state elsewhere, or runs on other versions of Terraform or of providers",
  matters: "another state knows nothing of what is deployed: all of it is made anew, or lost from sight",
  settings: [
    { type: "terraform", value: withoutCredentials("backend"), weaker: mustBeSame, says: "the state: {}" },
    { type: "terraform", value: withoutCredentials("cloud"), weaker: mustBeSame, says: "the state: {}" },
    { type: "terraform", value: "required_providers", weaker: mustStay, says: "providers: {}", severity: "medium" },
    { type: "terraform", value: "required_version", weaker: mustStay, says: "Terraform {}", severity: "medium" },
  ],
});
