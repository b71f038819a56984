"""Saved queries of CloudWatch Logs Insights."""

import json
import uuid
from typing import Any

from moto.core.utils import unix_time_millis
from moto.logs.responses import LogsResponse

from calls.refusal import AwsRefusal
from extensions.patching import replace


def install() -> None:
    replace(LogsResponse, put_query_definition, describe_query_definitions, delete_query_definition)


def put_query_definition(self: LogsResponse) -> str:
    definitions = _definitions(self)
    identifier = self._get_param("queryDefinitionId") or str(uuid.uuid4())
    if self._get_param("queryDefinitionId") and identifier not in definitions:
        raise _not_found(identifier)
    definitions[identifier] = {
        "queryDefinitionId": identifier,
        "name": self._get_param("name"),
        "queryString": self._get_param("queryString"),
        "logGroupNames": self._get_param("logGroupNames", []),
        "lastModified": int(unix_time_millis()),
    }
    return json.dumps({"queryDefinitionId": identifier})


def describe_query_definitions(self: LogsResponse) -> str:
    prefix = self._get_param("queryDefinitionNamePrefix", "")
    found = [each for each in _definitions(self).values() if each["name"].startswith(prefix)]
    return json.dumps({"queryDefinitions": found})


def delete_query_definition(self: LogsResponse) -> str:
    identifier = self._get_param("queryDefinitionId")
    if _definitions(self).pop(identifier, None) is None:
        raise _not_found(identifier)
    return json.dumps({"success": True})


def _definitions(self: LogsResponse) -> dict[str, dict[str, Any]]:
    definitions: dict[str, dict[str, Any]] = self.logs_backend.__dict__.setdefault("query_definitions", {})
    return definitions


def _not_found(identifier: str) -> AwsRefusal:
    return AwsRefusal("ResourceNotFoundException", f"The query definition {identifier} does not exist.")
