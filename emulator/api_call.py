"""What can be read from a request before moto sees it: service, region, action, access key."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

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
    query: str = ""

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
    action = _action(environ, content_type, body)
    method, query = environ["REQUEST_METHOD"], environ.get("QUERY_STRING", "")
    return ApiCall(service, region, action, access_key, method, content_type, body, query)


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


def _action(environ: Environ, content_type: str, body: bytes) -> str:
    """The operation's name, or method and path where the protocol names none (REST)."""
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return str(target).rsplit(".", 1)[-1]
    if content_type.startswith(FORM):
        return parse_qs(body.decode()).get("Action", ["-"])[0]
    return f"{environ['REQUEST_METHOD']} {environ.get('PATH_INFO', '')}"
