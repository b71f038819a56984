#!/usr/bin/env bash
# In a checkout of the merged commit, with credentials that may only read: plan.sh [stacks…]
# Leaves the reviewed changes in ./plans for apply.sh, without the plans themselves. They can hold secrets of the state.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
# Where lock files are committed, none may change.
locked=
if ls cdktf.out/stacks/*/.terraform.lock.hcl > /dev/null 2>&1; then locked=--locked; fi
npm run -s baseline -- plan "$@" --no-lock ${locked:+"$locked"} || [ $? -eq 2 ]
rm plans/*/plan.tfplan
npm run -s baseline -- review plans --fail-on "${FAIL_ON:-high}" --output review.md
