"""The operations of AWS's service models and what a request of each may name, as CloudTrail spells it."""

import json
import sys

import botocore.session

# Services of botocore behind one prefix of IAM, where they are called otherwise.
MODELS = {
    "identity-sync": [],
    "s3": ["s3", "s3control"],
    "sms-voice": ["pinpoint-sms-voice-v2"],
    "sso": ["sso-admin"],
    "sso-directory": [],
}

# CloudTrail writes the bucket of a request as bucketName (S3 User Guide, CloudTrail log file entries).
SPELLED = {"bucket": "bucketName"}


def field(name: str) -> str:
    lower = name[:1].lower() + name[1:]
    return SPELLED.get(lower, lower)


def operations(session: botocore.session.Session, service: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in MODELS.get(service, [service]):
        model = session.get_service_model(name)
        for operation in model.operation_names:
            shape = model.operation_model(operation).input_shape
            members = [] if shape is None else shape.members
            found.setdefault(operation, sorted({field(member) for member in members}))
    return found


def main() -> None:
    session = botocore.session.get_session()
    services = json.load(sys.stdin)
    json.dump({service: operations(session, service) for service in services}, sys.stdout)


main()
