import { mustBeSame, mustStay } from "./orders";
import { settingRule } from "./setting";

/** What a stack asks of Terraform, and where its state lies. */
export const stackFrame = settingRule({
  id: "stack-frame",
  severity: "high",
  fires: "a stack keeps its state elsewhere, or runs on other versions of Terraform or of providers",
  matters: "another state knows nothing of what is deployed: all of it is made anew, or lost from sight",
  settings: [
    { type: "terraform", value: "backend", weaker: mustBeSame, says: "the state: {}" },
    { type: "terraform", value: "cloud", weaker: mustBeSame, says: "the state: {}" },
    { type: "terraform", value: "required_providers", weaker: mustStay, says: "providers: {}", severity: "medium" },
    { type: "terraform", value: "required_version", weaker: mustStay, says: "Terraform {}", severity: "medium" },
  ],
});
