"""Metric filter patterns on JSON, as CloudWatch Logs reads them.

A field that is not there equals nothing and differs from nothing. What is not known here is an error, never "no match".
Source: CloudWatch Logs User Guide, filter pattern syntax for JSON log events.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

Match = Callable[[Any], bool]

_TOKEN = re.compile(
    r'\s*(\(|\)|&&|\|\||!=|<=|>=|=|<|>|\$(?:\.[\w-]+(?:\[\d+\])?)+|"(?:[^"\\]|\\.)*"|[^\s()=!<>&|{}"]+)\s*'
)
_ABSENT = object()
_NUMERIC: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


class PatternError(ValueError):
    """A pattern that CloudWatch Logs, or this emulator, does not know."""


@cache
def compiled(pattern: str) -> Match:
    """The pattern as a function of a parsed event."""
    found = re.fullmatch(r"\s*\{(.*)\}\s*", pattern, re.DOTALL)
    if not found:
        raise PatternError(f"not a pattern on JSON: {pattern}")
    tokens = _tokens(found.group(1))
    match = _either(tokens)
    if tokens:
        raise PatternError(f"{tokens[0]} is too much in {pattern}")
    return match


def _tokens(written: str) -> list[str]:
    text = written.strip()
    tokens, at = [], 0
    while at < len(text):
        read = _TOKEN.match(text, at)
        if not read:
            raise PatternError(f"cannot read {text[at : at + 40]!r}")
        tokens.append(read.group(1))
        at = read.end()
    return tokens


def _take(tokens: list[str]) -> str:
    if not tokens:
        raise PatternError("the pattern ends too early")
    return tokens.pop(0)


def _either(tokens: list[str]) -> Match:
    parts = [_both(tokens)]
    while tokens[:1] == ["||"]:
        tokens.pop(0)
        parts.append(_both(tokens))
    return lambda event: any(part(event) for part in parts)


def _both(tokens: list[str]) -> Match:
    parts = [_one(tokens)]
    while tokens[:1] == ["&&"]:
        tokens.pop(0)
        parts.append(_one(tokens))
    return lambda event: all(part(event) for part in parts)


def _one(tokens: list[str]) -> Match:
    first = _take(tokens)
    if first == "(":
        inner = _either(tokens)
        if _take(tokens) != ")":
            raise PatternError("a bracket is not closed")
        return inner
    if not first.startswith("$."):
        raise PatternError(f"a selector must begin with $., got {first}")
    return _comparison(first, tokens)


def _comparison(selector: str, tokens: list[str]) -> Match:
    word = _take(tokens)
    if word in ("IS", "NOT"):
        return _state(selector, f"{word} {_take(tokens)}")
    value = _take(tokens)
    if word in ("=", "!="):
        equal = _equality(value)
        wanted = word == "="
        return lambda event: (found := _find(event, selector)) is not _ABSENT and equal(found) is wanted
    if word in _NUMERIC:
        compare, number = _NUMERIC[word], float(value)
        return lambda event: _is_number(found := _find(event, selector)) and compare(float(found), number)
    raise PatternError(f"{word} is no comparison")


def _state(selector: str, words: str) -> Match:
    states: dict[str, Match] = {
        "NOT EXISTS": lambda found: found is _ABSENT,
        "IS NULL": lambda found: found is None,
        "IS TRUE": lambda found: found is True,
        "IS FALSE": lambda found: found is False,
    }
    if words not in states:
        raise PatternError(f"{words} is no state of a field")
    return lambda event: states[words](_find(event, selector))


def _equality(value: str) -> Match:
    quoted = value.startswith('"')
    text = re.sub(r"\\(.)", r"\1", value[1:-1]) if quoted else value
    shape = re.compile(".*".join(re.escape(part) for part in text.split("*")), re.DOTALL)
    number = None if quoted or not re.fullmatch(r"-?\d+(\.\d+)?", text) else float(text)

    def equals(found: Any) -> bool:
        if number is not None:
            return _is_number(found) and float(found) == number
        return isinstance(found, str) and shape.fullmatch(found) is not None

    return equals


def _is_number(found: Any) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool)


def _find(event: Any, selector: str) -> Any:
    found = event
    for name, index in re.findall(r"\.([\w-]+)(?:\[(\d+)\])?", selector):
        if not isinstance(found, dict) or name not in found:
            return _ABSENT
        found = found[name]
        if index:
            if not isinstance(found, list) or int(index) >= len(found):
                return _ABSENT
            found = found[int(index)]
    return found
