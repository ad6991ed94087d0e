# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Who we are and where we send requests: options, environment, configuration file, defaults.

The configuration file is the one of Scaleway's command line tool. An account is never mixed from two sources: the
access key is taken from where the secret key is, and a default project or organization from nowhere weaker.
"""

from __future__ import annotations

import os
import re
import stat
import typing as t
from dataclasses import dataclass, field, replace

from ._errors import InvalidInput
from ._locality import region_named, region_of, zone_named
from ._redact import Secret
from ._urls import base_url

Options = t.Mapping[str, t.Any]
Environment = t.Mapping[str, str]

# Setting: the variables that hold it, strongest first. The later ones of the secret key are those of older tools.
VARIABLES: t.Dict[str, t.Tuple[str, ...]] = {
    "access_key": ("SCW_ACCESS_KEY",),
    "secret_key": ("SCW_SECRET_KEY", "SCW_TOKEN", "SCW_API_KEY", "SCW_OAUTH_TOKEN", "SCW_API_TOKEN"),
    "project": ("SCW_DEFAULT_PROJECT_ID",),
    "organization": ("SCW_DEFAULT_ORGANIZATION_ID",),
    "zone": ("SCW_DEFAULT_ZONE",),
    "region": ("SCW_DEFAULT_REGION",),
    "api_generation": ("SCW_API_GENERATION",),
    "api_url": ("SCW_API_URL",),
    "compute_url": ("SCW_COMPUTE_URL",),
    "account_url": ("SCW_ACCOUNT_URL",),
    "s3_url": ("SCW_S3_ENDPOINT",),
    "insecure": ("SCW_INSECURE",),
}
# Setting: its key in the configuration file.
FILE_KEYS = {
    "access_key": "access_key",
    "secret_key": "secret_key",
    "project": "default_project_id",
    "organization": "default_organization_id",
    "zone": "default_zone",
    "region": "default_region",
    "api_url": "api_url",
    "s3_url": "s3_endpoint",
    "insecure": "insecure",
}
GENERATIONS = ("current", "classic")
DEFAULTS: t.Dict[str, t.Any] = {
    "zone": "fr-par-1",
    "api_generation": "current",
    "api_url": "https://api.scaleway.com",
    "compute_url": "https://cp-{region}.scaleway.com",
    "account_url": "https://account.scaleway.com",
    "s3_url": "https://s3.{region}.scw.cloud",
    "api_timeout": 30,
    "retry_timeout": 60,
    "permission_timeout": 0,
}
LONGEST_TIME = 1_000_000  # seconds; operating systems' own limit for a socket is not much above
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Settings:
    """Everything the client needs. Times are in seconds; ``sources`` says in words where a value came from."""

    secret_key: Secret
    access_key: str
    project: str
    organization: str
    zone: str
    region: str
    api_generation: str
    api_url: str
    compute_url: str
    account_url: str
    s3_url: str
    validate_certs: bool
    api_timeout: float
    retry_timeout: float
    permission_timeout: float
    sources: t.Mapping[str, str] = field(default_factory=dict, compare=False)
    warnings: t.Tuple[str, ...] = field(default=(), compare=False)
    # A default project identifies and creates; only a project that was asked for narrows a list.
    chosen_project: str = ""
    chosen_organization: str = ""
    # Setting: where a value stands that belongs to another account than the token, and is not used.
    unused: t.Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def classic(self) -> bool:
        return self.api_generation == "classic"


class Level(t.NamedTuple):
    """One source of settings: its values, and where each of them stands, in words."""

    values: t.Mapping[str, t.Any]
    sources: t.Mapping[str, str]


def resolve(options: Options, environment: t.Optional[Environment] = None) -> Settings:
    """The settings for a task, from its options and the environment. Raises :class:`InvalidInput`.

    A profile that is named by an option counts as that option does, before the environment: who names a profile for
    a task wants its account, whatever the shell is set to.
    """
    environ: Environment = os.environ if environment is None else environment
    warnings: t.List[str] = []
    levels = [_option_level(options), _environment_level(environ)]
    named = options.get("profile")
    levels.insert(1 if named else 2, _file_level(options, environ, warnings))

    values: t.Dict[str, t.Any] = {}
    sources: t.Dict[str, str] = {}
    unused: t.Dict[str, str] = {}
    account = next((i for i, level in enumerate(levels) if "secret_key" in level.values), len(levels))
    for name in VARIABLES:
        for position, level in enumerate(levels):
            if name not in level.values:
                continue
            if name == "access_key" and position != account:
                unused.setdefault(name, level.sources[name])
                continue
            if name in ("project", "organization") and position > account:
                unused.setdefault(name, level.sources[name])
                continue
            values[name], sources[name] = level.values[name], level.sources[name]
            break

    for name, default in DEFAULTS.items():
        if values.get(name) is None and options.get(name) is None:
            values[name], sources[name] = default, "the built-in default"
    return replace(_checked(values, sources, options, warnings), unused=unused)


def _checked(
    values: t.Dict[str, t.Any], sources: t.Dict[str, str], options: Options, warnings: t.List[str]
) -> Settings:
    zone, region = _place(values, sources, options)
    generation = _text(values, sources, "api_generation")
    if generation not in GENERATIONS:
        raise InvalidInput(f"{_named('api_generation', sources)}: {generation!r} is neither current nor classic.")

    validate = options.get("validate_certs")
    if validate is None:
        validate = not _boolean(values.get("insecure", False), _named("insecure", sources))
    if not validate:
        warnings.append(
            "Certificates are not checked (validate_certs is false or SCW_INSECURE is set): "
            "whoever answers in Scaleway's place receives the token."
        )
    allow_http = bool(options.get("allow_http"))
    urls = {
        name: base_url(_text(values, sources, name), _named(name, sources), allow_http)
        for name in ("api_url", "compute_url", "account_url", "s3_url")
    }
    if allow_http and any(url.lower().startswith("http:") for url in urls.values()):
        warnings.append("Requests go over http (allow_http is true): whoever is on the way can read the token.")

    return Settings(
        secret_key=Secret(_token(values, sources)),
        access_key=_text(values, sources, "access_key"),
        project=uuid(_text(values, sources, "project"), _named("project", sources)),
        organization=uuid(_text(values, sources, "organization"), _named("organization", sources)),
        zone=zone,
        region=region,
        api_generation=generation,
        validate_certs=bool(validate),
        api_timeout=_seconds(options, "api_timeout"),
        retry_timeout=_seconds(options, "retry_timeout"),
        permission_timeout=_seconds(options, "permission_timeout"),
        sources=sources,
        warnings=tuple(warnings),
        chosen_project=str(options.get("project") or "").lower(),
        chosen_organization=str(options.get("organization") or "").lower(),
        api_url=urls["api_url"],
        compute_url=urls["compute_url"],
        account_url=urls["account_url"],
        s3_url=urls["s3_url"],
    )


def _place(values: t.Dict[str, t.Any], sources: t.Dict[str, str], options: Options) -> t.Tuple[str, str]:
    """Zone and region. What the task says of the one says more than what the shell is set to for the other."""
    zone = zone_named(_text(values, sources, "zone"), _named("zone", sources))
    region = region_of(zone)
    if "region" in values and (options.get("region") or not options.get("zone")):
        told = _text(values, sources, "region")
        region = region_named(told, _named("region", sources))
        if options.get("region") and not options.get("zone"):
            if told.lower() != region:  # a zone, as the modules of community.general have it
                zone = zone_named(told, "region")
            elif region_of(zone) != region:
                zone = f"{region}-1"
    return zone, region


def uuid(value: str, option: str) -> str:
    """The value in lower case if it is a UUID (or empty), as all ids of the API are. Raises :class:`InvalidInput`."""
    if value and not UUID.fullmatch(value):
        raise InvalidInput(f"{option}: {value!r} is no UUID, like 11111111-2222-4333-8444-555555555555.")
    return value.lower()


def missing_token_message() -> str:
    """Which options and variables would set the token."""
    older = ", ".join(VARIABLES["secret_key"][1:])
    return (
        "No token: set the option secret_key, the environment variable SCW_SECRET_KEY (the older "
        f"{older} work too), or secret_key in a profile of Scaleway's configuration file "
        "(~/.config/scw/config.yaml, or the file in SCW_CONFIG_PATH)."
    )


def _option_level(options: Options) -> Level:
    values = {name: options[name] for name in VARIABLES if options.get(name) not in (None, "")}
    return Level(values, {name: f"the option {name}" for name in values})


def _environment_level(environ: Environment) -> Level:
    values: t.Dict[str, t.Any] = {}
    sources: t.Dict[str, str] = {}
    for name, variables in VARIABLES.items():
        # An empty variable counts as unset, as everywhere in a shell's world.
        variable = next((v for v in variables if environ.get(v)), None)
        if variable is not None:
            values[name], sources[name] = environ[variable], f"the environment variable {variable}"
    return Level(values, sources)


def _file_level(options: Options, environ: Environment, warnings: t.List[str]) -> Level:
    profile = options.get("profile") or environ.get("SCW_PROFILE")
    asked_by = "the option profile" if options.get("profile") else "the environment variable SCW_PROFILE"
    path, must_exist = _config_path(options, environ)
    document = _read_config(path, must_exist, warnings)
    if document is None:
        if profile and profile != "default":
            raise InvalidInput(
                f"profile: {profile!r}, asked for by {asked_by}, cannot be found: there is no configuration file {path}."
            )
        return Level({}, {})
    profiles = document.get("profiles") or {}
    if not isinstance(profiles, dict):
        raise InvalidInput(f"{path}: profiles must map names to settings.")
    if not profile:
        profile, asked_by = document.get("active_profile") or "default", f"active_profile in {path}"
        if not isinstance(profile, str):
            raise InvalidInput(f"{path}: active_profile must be the name of a profile, not {type(profile).__name__}.")
    section: t.Mapping[str, t.Any] = {}
    if profile in profiles:
        section = profiles[profile] or {}
        if not isinstance(section, dict):
            raise InvalidInput(f"{path}: the profile {profile} must map settings to values.")
    elif profile != "default":
        known = ", ".join(sorted(str(name) for name in profiles)) or "none"
        raise InvalidInput(
            f"profile: {profile!r}, asked for by {asked_by}, is not in {path}. The profiles there are: {known}."
        )

    values: t.Dict[str, t.Any] = {}
    sources: t.Dict[str, str] = {}
    for name, key in FILE_KEYS.items():
        if section.get(key) not in (None, ""):
            values[name], sources[name] = section[key], f"{key} of the profile {profile} in {path}"
        elif document.get(key) not in (None, ""):
            if name == "access_key" and section.get("secret_key"):
                continue  # the two halves of one key stand together
            values[name], sources[name] = document[key], f"{key} in {path}"
    return Level(values, sources)


def _config_path(options: Options, environ: Environment) -> t.Tuple[str, bool]:
    named = options.get("config_path") or environ.get("SCW_CONFIG_PATH")
    if named:
        return os.path.expanduser(named), True
    home = environ.get("XDG_CONFIG_HOME") or os.path.join(environ.get("HOME") or os.path.expanduser("~"), ".config")
    path = os.path.join(home, "scw", "config.yaml")
    other = path[: -len("aml")] + "ml"
    return (other, False) if not os.path.exists(path) and os.path.exists(other) else (path, False)


class _Parsed(t.NamedTuple):
    stamp: t.Tuple[int, ...]
    document: t.Mapping[str, t.Any]


_parsed: t.Dict[str, _Parsed] = {}


def _read_config(path: str, must_exist: bool, warnings: t.List[str]) -> t.Optional[t.Mapping[str, t.Any]]:
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        if must_exist:
            raise InvalidInput(f"The configuration file {path} does not exist.") from None
        return None
    except OSError as exc:
        raise InvalidInput(f"The configuration file {path} cannot be read: {exc.strerror}.") from None
    if status.st_mode & (stat.S_IRGRP | stat.S_IROTH):
        warnings.append(f"The configuration file {path} can be read by others: run chmod 0600 on it.")
    stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
    known = _parsed.get(path)
    if known is None or known.stamp != stamp:
        known = _parsed[path] = _Parsed(stamp, _parse_config(path))
    return known.document


def _parse_config(path: str) -> t.Mapping[str, t.Any]:
    try:
        import yaml  # only a task that meets a configuration file needs it
    except ImportError:
        raise InvalidInput(f"PyYAML is needed to read {path}. Install the Python package PyYAML.") from None
    try:
        with open(path, "rb") as stream:
            document = yaml.safe_load(stream)
    except OSError as exc:
        raise InvalidInput(f"The configuration file {path} cannot be read: {exc.strerror}.") from None
    except (yaml.YAMLError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as exc:
        # PyYAML lets through what its constructors of dates, numbers and the like raise.
        # Only the place and the parser's own words: the line itself may hold the key, and so may what they quote.
        mark = getattr(exc, "problem_mark", None)
        place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = re.sub(
            r"'[^'<>]{2,}'", "…", str(getattr(exc, "problem", None) or "a value is not what it seems to be")
        )
        if isinstance(exc, UnicodeDecodeError):
            problem = "it is not valid UTF-8"
        raise InvalidInput(f"The configuration file {path} is no YAML{place}: {problem}.") from None
    if document is None:
        return {}
    if not isinstance(document, dict):
        raise InvalidInput(f"The configuration file {path} must map settings to values, from line 1 on.")
    return document


def _named(name: str, sources: t.Mapping[str, str]) -> str:
    source = sources.get(name, "")
    return name if not source or source == f"the option {name}" else f"{name} (from {source})"


def _text(values: t.Mapping[str, t.Any], sources: t.Mapping[str, str], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise InvalidInput(f"{_named(name, sources)} must be a string, not {type(value).__name__}.")
    return value.strip()


def _token(values: t.Mapping[str, t.Any], sources: t.Mapping[str, str]) -> str:
    token = _text(values, sources, "secret_key")
    # It travels in a header: requests would refuse it otherwise, and show it while doing so.
    if token and not re.fullmatch(r"[\x21-\x7e]+", token):
        raise InvalidInput(f"{_named('secret_key', sources)} holds characters that no token has.")
    return token


def _boolean(value: t.Any, option: str) -> bool:
    text = str(value).strip().lower()
    if text in ("true", "1", "yes", "on", "y", "t"):
        return True
    if text in ("false", "0", "no", "off", "n", "f", ""):
        return False
    raise InvalidInput(f"{option}: {value!r} is neither true nor false.")


def _seconds(options: Options, name: str) -> float:
    value = options.get(name)
    seconds = float(DEFAULTS[name] if value is None else value)
    check_seconds(name, seconds, 0.001 if name == "api_timeout" else 0)
    return seconds


def check_seconds(option: str, seconds: float, smallest: float) -> None:
    """Raise InvalidInput for what is no time to wait."""
    if not smallest <= seconds <= LONGEST_TIME:  # also false for NaN
        least = f"above {smallest:.0f}" if smallest else "from 0 on"
        raise InvalidInput(f"{option}: {seconds:g} is no time. Give seconds {least}, and at most {LONGEST_TIME}.")
