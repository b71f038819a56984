"""What can be read from a request before moto sees it: service, region, action, access key."""

import json
import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from calls.rest_operations import rest_operation

Environ = dict[str, Any]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class ApiCall:
    """One signed request to an AWS API."""

    service: str
    region: str
    action: str
    access_key: str
    method: str
    content_type: str
    body: bytes
    """What the caller calls itself: AWS_SDK_UA_APP_ID."""
    application: str
    """What the request names in its path, its form or the top of its JSON: texts and numbers."""
    parameters: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.service}:{self.action}"

    @property
    def is_query(self) -> bool:
        """Whether it speaks the query protocol: a form goes in, XML comes out."""
        return self.content_type.startswith(FORM)


def read_call(environ: Environ) -> ApiCall:
    """Reads the request and puts its body back, so that moto can read it again."""
    body = _take_body(environ)
    content_type = environ.get("CONTENT_TYPE", "")
    access_key, region, service = _credential_scope(environ.get("HTTP_AUTHORIZATION", ""))
    action, parameters = _operation(service, environ, content_type, body)
    application = re.search(r"\bapp/(\S+)", environ.get("HTTP_USER_AGENT", ""))
    return ApiCall(
        service=service,
        region=region,
        action=action,
        access_key=access_key,
        method=environ["REQUEST_METHOD"],
        content_type=content_type,
        body=body,
        application=application.group(1) if application else "-",
        parameters=parameters,
    )


def _take_body(environ: Environ) -> bytes:
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if not length:
        return b""
    body: bytes = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    return body


def _credential_scope(authorization: str) -> tuple[str, str, str]:
    """Access key, region and service of `Credential=KEY/20261122/us-east-1/iam/aws4_request`."""
    _, found, rest = authorization.partition("Credential=")
    parts = rest.split(",")[0].split("/") if found else []
    return (parts[0], parts[2], parts[3]) if len(parts) == 5 else ("", "us-east-1", "s3")


def _operation(service: str, environ: Environ, content_type: str, body: bytes) -> tuple[str, dict[str, str]]:
    """The operation and its parameters; method and path where the protocol names none and the models know none."""
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return str(target).rsplit(".", 1)[-1], _top_of_json(body)
    if content_type.startswith(FORM):
        form = parse_qs(body.decode())
        return form.get("Action", ["-"])[0], {name: values[0] for name, values in form.items()}
    rpc = re.fullmatch(r"/service/[^/]+/operation/(\w+)", environ.get("PATH_INFO", ""))
    if rpc:
        return rpc.group(1), {}
    known = rest_operation(service, environ)
    if known is None:
        return f"{environ['REQUEST_METHOD']} {environ.get('PATH_INFO', '')}", {}
    return known[0], {**_top_of_json(body), **known[1]}


def _top_of_json(body: bytes) -> dict[str, str]:
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        return {}
    if not isinstance(parsed, dict):
        return {}
    texts = {name: ",".join(map(str, value)) for name, value in parsed.items() if isinstance(value, list)}
    return texts | {name: str(value) for name, value in parsed.items() if isinstance(value, str | int)}
