#!/usr/bin/env bash
# In a checkout of the base branch, with credentials that may only read: review.sh <folder that was handed over>
# Writes review.md. Ends with 2 where a finding that nobody accepted is as serious as FAIL_ON (high), or more.
set -euo pipefail
folder="$1"

npm ci --ignore-scripts --omit=dev
# Where lock files are committed, none may change.
locked=
if ls cdktf.out/stacks/*/.terraform.lock.hcl > /dev/null 2>&1; then locked=--locked; fi
# The stacks that the change touches, and no other. 2 says that there is something to change.
npm run -s baseline -- plan --synthesized "$folder" --changed HEAD --no-lock ${locked:+"$locked"} || [ $? -eq 2 ]
npm run -s baseline -- review plans --fail-on "${FAIL_ON:-high}" --output review.md
