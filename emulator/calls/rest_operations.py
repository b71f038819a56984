"""Names the operation of a REST request, which carries a method and a path where other protocols carry a name."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from botocore.loaders import Loader

"""Service models of what a request is signed for, where it is not the one of that name alone."""
_MODELS = {"s3": ("s3", "s3control")}
_HEADER_OF_CONTROL = "HTTP_X_AMZ_ACCOUNT_ID"


@dataclass(frozen=True)
class _Operation:
    name: str
    method: str
    path: re.Pattern[str]
    query: frozenset[str]


def rest_operation(service: str, environ: dict[str, Any]) -> tuple[str, dict[str, str]] | None:
    """The operation's name and the parameters in its path; None where AWS's own service models know none."""
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    asked = set(environ.get("QUERY_STRING", "").split("&")) | set(_keys(environ.get("QUERY_STRING", "")))
    found = [
        (operation, match)
        for operation in _operations(_model(service, environ))
        if operation.method == method and operation.query <= asked
        for match in [operation.path.fullmatch(path.rstrip("/") or "/")]
        if match
    ]
    if not found:
        return None
    operation, match = max(found, key=lambda each: (len(each[0].query), -len(each[1].groupdict())))
    return operation.name, match.groupdict()


def _keys(query: str) -> list[str]:
    return [part.partition("=")[0] for part in query.split("&")]


def _model(service: str, environ: dict[str, Any]) -> str:
    """S3 has two APIs that are signed alike; the one of accounts names the account in a header."""
    models = _MODELS.get(service, (service,))
    return models[-1] if _HEADER_OF_CONTROL in environ else models[0]


@cache
def _operations(model: str) -> tuple[_Operation, ...]:
    loader = Loader()
    if model not in loader.list_available_services("service-2"):
        return ()
    service = loader.load_service_model(model, "service-2")
    shapes = service["shapes"]
    operations = service["operations"].items()
    # S3 keeps what GetBucketLifecycleConfiguration and its like replaced, under the same address.
    return tuple(_operation(name, each, shapes) for name, each in operations if not each.get("deprecated"))


def _operation(name: str, operation: dict[str, Any], shapes: dict[str, Any]) -> _Operation:
    path, _, query = operation["http"]["requestUri"].partition("?")
    shape = shapes.get(operation.get("input", {}).get("shape", ""), {})
    required = [shape["members"][member] for member in shape.get("required", ())]
    members = [each["locationName"] for each in required if each.get("location") == "querystring"]
    pattern = re.sub(r"\\{(\w+)\\}", _part, re.sub(r"\\{(\w+)\\\+\\}", r"(?P<\1>.+)", re.escape(path)))
    constants = [part for part in query.split("&") if part]
    return _Operation(name, operation["http"]["method"], re.compile(pattern), frozenset(constants + members))


def _part(match: re.Match[str]) -> str:
    """A parameter is one part of the path. An ARN may have slashes: its own are decoded before they come here."""
    return f"(?P<{match[1]}>{'.+' if match[1].lower().endswith('arn') else '[^/]+'})"
