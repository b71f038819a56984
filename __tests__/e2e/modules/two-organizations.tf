# A root module of another hand: one organization a call, since an instance of one call cannot have other providers.

variable "organizations" {
  type = map(object({
    endpoint   = string
    access_key = string
    secret_key = string
  }))
}

provider "aws" {
  alias      = "first"
  region     = "us-east-1"
  access_key = var.organizations["first"].access_key
  secret_key = var.organizations["first"].secret_key

  endpoints {
    account       = var.organizations["first"].endpoint
    iam           = var.organizations["first"].endpoint
    organizations = var.organizations["first"].endpoint
    sts           = var.organizations["first"].endpoint
  }
}

provider "aws" {
  alias      = "first_security"
  region     = "us-east-1"
  access_key = var.organizations["first"].access_key
  secret_key = var.organizations["first"].secret_key

  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole"
  }

  endpoints {
    iam = var.organizations["first"].endpoint
    sts = var.organizations["first"].endpoint
  }
}

provider "aws" {
  alias      = "second"
  region     = "us-east-1"
  access_key = var.organizations["second"].access_key
  secret_key = var.organizations["second"].secret_key

  endpoints {
    account       = var.organizations["second"].endpoint
    iam           = var.organizations["second"].endpoint
    organizations = var.organizations["second"].endpoint
    sts           = var.organizations["second"].endpoint
  }
}

provider "aws" {
  alias      = "second_security"
  region     = "us-east-1"
  access_key = var.organizations["second"].access_key
  secret_key = var.organizations["second"].secret_key

  assume_role {
    role_arn = "arn:aws:iam::888888888888:role/OrganizationAccountAccessRole"
  }

  endpoints {
    iam = var.organizations["second"].endpoint
    sts = var.organizations["second"].endpoint
  }
}

module "first" {
  source = "./modules/root-access"

  providers = {
    aws.management-us-east-1 = aws.first
    aws.security-us-east-1   = aws.first_security
  }
}

module "second" {
  source = "./modules/root-access"

  organization_id        = "o-secondorgid"
  management_account_id  = "777777777777"
  security_account_id    = "888888888888"
  log_archive_account_id = "999999999999"

  providers = {
    aws.management-us-east-1 = aws.second
    aws.security-us-east-1   = aws.second_security
  }
}

output "break_glass_role_arns" {
  value = concat(module.first.break_glass_role_arns, module.second.break_glass_role_arns)
}
