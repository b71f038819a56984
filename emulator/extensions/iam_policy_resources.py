"""Policies may name an account's root as a resource, as sts:AssumeRoot needs it; moto's list of IAM paths lacks it."""

from moto.iam.policy_validation import VALID_RESOURCE_PATH_STARTING_VALUES


def install() -> None:
    VALID_RESOURCE_PATH_STARTING_VALUES["iam"]["values"].append("root")
