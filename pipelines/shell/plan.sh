#!/usr/bin/env bash
# Untested. In a checkout of the merged commit, with credentials that may only read: plan.sh
# Leaves the reviewed changes in ./plans for apply.sh, without the plans themselves. They can hold secrets of the state.
set -euo pipefail

npm ci --ignore-scripts --omit=dev
npm run -s baseline -- plan --no-lock || [ $? -eq 2 ]
rm plans/*/plan.tfplan
npm run -s baseline -- review plans --fail-on "${FAIL_ON:-high}" --output review.md
