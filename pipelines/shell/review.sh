#!/usr/bin/env bash
# Untested. In a checkout of the base branch, with credentials that may only read: review.sh <folder that was handed over>
# Writes review.md. Ends with 2 where a finding that nobody accepted is as serious as FAIL_ON (high), or more.
set -euo pipefail
folder="$1"

npm ci --ignore-scripts --omit=dev
# 2 says that there is something to change.
npm run -s baseline -- plan --synthesized "$folder" --no-lock || [ $? -eq 2 ]
npm run -s baseline -- review plans --fail-on "${FAIL_ON:-high}" --output review.md
