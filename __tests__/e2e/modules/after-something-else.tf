# A root module of another hand: guardrails that wait for something else, and that can be switched off.

variable "enabled" {
  type    = bool
  default = true
}

variable "pass_ids" {
  type    = bool
  default = true
}

variable "other_ids" {
  type    = map(string)
  default = {}
}

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["111111111111"]
}

data "aws_organizations_organization" "this" {}

data "aws_organizations_organizational_units" "workloads" {
  parent_id = one([for unit in data.aws_organizations_organizational_units.top.children : unit.id if unit.name == "Workloads"])
}

data "aws_organizations_organizational_units" "top" {
  parent_id = data.aws_organizations_organization.this.roots[0].id
}

locals {
  ids = {
    root               = data.aws_organizations_organization.this.roots[0].id
    "Workloads/Canary" = one([for unit in data.aws_organizations_organizational_units.workloads.children : unit.id if unit.name == "Canary"])
  }
}

resource "terraform_data" "something_else" {}

module "guardrails" {
  source     = "./modules/guardrails"
  count      = var.enabled ? 1 : 0
  depends_on = [terraform_data.something_else]

  target_ids = var.pass_ids ? merge(local.ids, var.other_ids) : {}

  providers = {
    aws.management-us-east-1 = aws
  }
}
