# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What the values of DNS records look like: checked by type, spelled as the API spells them, compared by meaning.

The API puts quotes around texts and the priority before the name of a mail server (recordings/findings.md, section 10).
"""

from __future__ import annotations

import ipaddress
import re
import typing as t

from ._errors import InvalidInput

TYPES = (
    "A",
    "AAAA",
    "ALIAS",
    "CAA",
    "CNAME",
    "DNAME",
    "DS",
    "HINFO",
    "HTTPS",
    "LOC",
    "MX",
    "NAPTR",
    "NS",
    "PTR",
    "RP",
    "SRV",
    "SSHFP",
    "SVCB",
    "TLSA",
    "TXT",
    "URI",
)
HOSTS = ("ALIAS", "CNAME", "DNAME", "NS", "PTR")
NUMBER = r"(?:6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|\d{1,4})"
OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
HOST = r"(?:\.|(?:[A-Za-z0-9_*](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\.?)"
TEXT = r'(?:"(?:[^"\\]|\\.)*"|[^\s"]+)'
# Type: what a value must look like, and in words.
FORMS: t.Dict[str, t.Tuple[str, str]] = {
    "CAA": (
        rf"{OCTET} [A-Za-z0-9]+ {TEXT}",
        'flags, a tag and a value, like 0 issue "letsencrypt.org"',
    ),
    "DS": (rf"{NUMBER} {OCTET} {OCTET} [0-9A-Fa-f ]+", "a key tag, two numbers and a digest in hexadecimal digits"),
    "HINFO": (rf"{TEXT} {TEXT}", 'two texts, like "arm64" "linux"'),
    "HTTPS": (rf"{NUMBER} {HOST}(?: .+)?", "a priority, a target and parameters, like 1 . alpn=h2"),
    "LOC": (r"\d.* [NSns] \d.* [EWew] -?\d.*", "a place, like 48 51 24 N 2 21 3 E 35m"),
    "MX": (rf"{NUMBER} {HOST}", "a priority and the name of a mail server, like 10 mail.example.com."),
    "NAPTR": (
        rf"{NUMBER} {NUMBER} {TEXT} {TEXT} {TEXT} {HOST}",
        "an order, a preference, flags, a service, an expression and a name",
    ),
    "RP": (rf"{HOST} {HOST}", "a mailbox and a name"),
    "SRV": (
        rf"{NUMBER} {NUMBER} {NUMBER} {HOST}",
        "a priority, a weight, a port and a target, like 10 5 5060 sip.example.com.",
    ),
    "SSHFP": (rf"{OCTET} {OCTET} [0-9A-Fa-f ]+", "two numbers and a fingerprint in hexadecimal digits"),
    "SVCB": (rf"{NUMBER} {HOST}(?: .+)?", "a priority, a target and parameters"),
    "TLSA": (r"[0-3] [01] [0-2] [0-9A-Fa-f ]+", "a usage, a selector, a matching type and hexadecimal digits"),
    "URI": (
        rf"{NUMBER} {NUMBER} {TEXT}",
        'a priority, a weight and a target in quotes, like 10 1 "https://example.com/"',
    ),
}
# Types whose values begin with a priority that the API also shows by itself.
WITH_PRIORITY = ("MX", "SRV")
_HOST = re.compile(HOST)
_LABEL = re.compile(r"\*|[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def value_of(kind: str, told: str, priority: t.Optional[int], option: str) -> t.Tuple[str, int]:
    """A value as the API keeps it, and its priority. Raises :class:`InvalidInput` for one that does not fit its type."""
    text = told if kind == "TXT" else " ".join(told.split())
    if kind == "A":
        return str(_address(text, 4, option)), priority or 0
    if kind == "AAAA":
        return str(_address(text, 6, option)), priority or 0
    if kind == "TXT":
        return _quoted(text, option), priority or 0
    if kind in HOSTS:
        if not _HOST.fullmatch(text) or _looks_like_address(text):
            raise InvalidInput(f"{option}: {told!r} does not fit {kind}. It must be a name, like www.example.com.")
        return text, priority or 0
    form, example = FORMS[kind]
    if kind in WITH_PRIORITY and priority is not None and re.fullmatch(form.partition(" ")[2], text):
        text = f"{priority} {text}"
    if not re.fullmatch(form, text) or (kind == "MX" and _looks_like_address(text.split()[1])):
        raise InvalidInput(f"{option}: {told!r} does not fit {kind}. It must be {example}")
    if kind in WITH_PRIORITY:
        said = int(text.split()[0])
        if priority is not None and priority != said:
            raise InvalidInput(f"{option}: {told!r} says the priority {said}, and the option priority {priority}.")
        return text, said
    return text, priority or 0


def meaning(kind: str, data: str) -> str:
    """What two spellings of one value have in common."""
    if kind == "TXT":
        parts = _QUOTED.findall(data)
        return "".join(re.sub(r"\\(.)", r"\1", part) for part in parts) if parts else data
    if kind in ("A", "AAAA"):
        try:
            return str(ipaddress.ip_address(data))
        except ValueError:
            return data
    if kind in ("CAA", "HINFO", "NAPTR", "URI"):
        return " ".join(data.replace('"', "").split())
    return " ".join(data.split()).lower()


def relative_name(name: str, dns_zone: str, option: str = "name") -> str:
    """A record's name as the API has it: below its zone, "" for the zone itself. Raises :class:`InvalidInput`."""
    plain = name.strip().lower()
    zone = dns_zone.strip(".").lower()
    if plain in ("", "@", f"{zone}."):
        return ""
    if plain.endswith("."):
        if not plain.endswith(f".{zone}."):
            raise InvalidInput(
                f"{option}: {name!r} is not in the zone {zone}. A name with a dot at its end is a whole name."
            )
        plain = plain[: -len(zone) - 2]
    labels = plain.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels) or "*" in labels[1:]:
        raise InvalidInput(f"{option}: {name!r} is no name of a record, like www, _dmarc or *.dev.")
    return plain


def zone_name(name: str, option: str = "dns_zone") -> str:
    """The name of a zone as the API has it. Raises :class:`InvalidInput` for what is none."""
    plain = name.strip().strip(".").lower()
    labels = plain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or "*" in labels or len(plain) > 253:
        raise InvalidInput(f"{option}: {name!r} is no name of a zone, like example.com or dev.example.com.")
    return plain


def _address(text: str, version: int, option: str) -> t.Any:
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        found = None
    if found is None or found.version != version:
        kind, example = ("A", "192.0.2.1") if version == 4 else ("AAAA", "2001:db8::1")
        raise InvalidInput(
            f"{option}: {text!r} does not fit {kind}. It must be an IPv{version} address, like {example}."
        )
    return found


def _looks_like_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _quoted(text: str, option: str) -> str:
    """A text in quotes, as the API shows it. What is in quotes already stays as it is."""
    if not text:
        raise InvalidInput(f"{option}: a TXT record cannot be empty.")
    if text.startswith('"'):
        if not re.fullmatch(rf"{_QUOTED.pattern}(?:\s+{_QUOTED.pattern})*", text.strip()):
            raise InvalidInput(f"{option}: {text!r} does not fit TXT: its quotes are not in pairs.")
        return text.strip()
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
