"""Tags of detectors, which moto takes at creation only."""

import json
from urllib.parse import unquote

from moto.guardduty import urls
from moto.guardduty.models import Detector
from moto.guardduty.responses import GuardDutyResponse

from extensions.patching import replace


def install() -> None:
    urls.url_paths["{0}/tags/(?P<resource_arn>.+)$"] = GuardDutyResponse.dispatch
    replace(GuardDutyResponse, tag_resource, untag_resource, list_tags_for_resource)


def tag_resource(self: GuardDutyResponse) -> str:
    _detector(self).tags.update(self._get_param("tags"))
    return "{}"


def untag_resource(self: GuardDutyResponse) -> str:
    tags = _detector(self).tags
    for key in self.querystring.get("tagKeys", []):
        tags.pop(key, None)
    return "{}"


def list_tags_for_resource(self: GuardDutyResponse) -> str:
    return json.dumps({"tags": _detector(self).tags})


def _detector(self: GuardDutyResponse) -> Detector:
    detector: Detector = self.guardduty_backend.get_detector(unquote(self.path).rsplit("/", 1)[-1])
    return detector
