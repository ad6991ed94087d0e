# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The token goes to the origin that it is meant for, and nowhere else: seen by those who listen there."""

from __future__ import annotations

import datetime
import ipaddress
import json
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from urllib3.exceptions import InsecureRequestWarning

from ansible_collections.community.scaleway.plugins.module_utils._client import Client
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput, NoAnswer, ScalewayError
from ansible_collections.community.scaleway.plugins.module_utils._paging import list_all
from ansible_collections.community.scaleway.plugins.module_utils._settings import resolve

from .conftest import TOKEN

SOME = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class Listener:
    """Writes down whatever anybody sends to it, and answers what it is told to."""

    def __init__(self, context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, 0), family=family)
        self._context = context
        self.port: int = self._socket.getsockname()[1]
        self.heard: list[bytes] = []
        self.status = 200
        self.headers: list[tuple[str, str]] = []
        self.body = b'{"things": [{"id": 1}]}'
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            try:
                self._hear(connection)
            except OSError:
                connection.close()

    def _hear(self, connection: socket.socket) -> None:
        connection.settimeout(5)
        self.heard.append(b"")
        if self._context is not None:
            connection = self._context.wrap_socket(connection, server_side=True)
        with connection:
            while b"\r\n\r\n" not in self.heard[-1]:
                part = connection.recv(65536)
                if not part:
                    return
                self.heard[-1] += part
            lines = [f"HTTP/1.1 {self.status} Told"]
            lines += [f"{name}: {value}" for name, value in self.headers]
            lines += ["Content-Type: application/json", f"Content-Length: {len(self.body)}", "Connection: close"]
            connection.sendall("\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + self.body)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def home() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(scope="module")
def strangers() -> Iterator[list[Listener]]:
    listeners = [Listener()]
    if socket.has_ipv6:
        try:
            listeners.append(Listener(host="::1"))
        except OSError:  # IPv6 may be switched off
            pass
    yield listeners
    for listener in listeners:
        listener.close()


def client_of(url: str, **options: Any) -> Client:
    told = {"secret_key": TOKEN, "retry_timeout": 0, "api_timeout": 5, "api_url": url, **options}
    return Client(resolve(told, {"HOME": "/nonexistent"}))


SCHEMES = st.sampled_from(["http:", "HTTP:", "https:", "", "http:http:", "ftp:", "javascript:", "\thttp:", " http:"])
SLASHES = st.sampled_from(["//", "/", "///", "\\\\", "\\/", "/\\", "", "//\t//"])
USERS = st.sampled_from(
    [
        "",
        "{home}@",
        "127.0.0.1:{home_port}@",
        "user:secret@",
        "{home}%40",
        "{home}#@",
        "{home}\\@",
        "{home}/@",
        "@",
        "{home}?@",
    ]
)
HOSTS = st.sampled_from(
    ["127.0.0.1", "localhost", "LOCALHOST", "127.1", "2130706433", "0x7f.1", "0", "0.0.0.0", "[::1]", "127.0.0.1."]
) | st.sampled_from(["[::ffff:127.0.0.1]", "localhost.", "127。0。0。1", "１２７.0.0.1", "127.0.0.1%00", "{home}"])
PORTS = st.sampled_from(
    [":{port}", ":0{port}", ":{port} ", ":{port}\\", ":{port}@{home}", ":{home_port}@127.0.0.1:{port}"]
)
PATHS = st.sampled_from(
    ["", "/things?page=2", "?page=2", "//{stranger}/things?page=2", "/..//{stranger}", "#{home}", "\x00", "\x7f"]
)


@st.composite
def targets(draw: st.DrawFn) -> str:
    """URLs that lead to a stranger, or look as if they did; some stay at home."""
    return "".join(draw(part) for part in (SCHEMES, SLASHES, USERS, HOSTS, PORTS, PATHS))


@SOME
@given(
    target=targets(),
    how=st.sampled_from(["Link", "Location", "Refresh", "Content-Location"]),
    status=st.integers(300, 399),
)
def test_no_stranger_hears_anything(
    home: Listener, strangers: list[Listener], target: str, how: str, status: int
) -> None:
    for stranger in strangers:
        names = {"home": f"127.0.0.1:{home.port}", "home_port": str(home.port), "port": str(stranger.port)}
        told = target.replace("{stranger}", f"127.0.0.1:{stranger.port}")
        for name, value in names.items():
            told = told.replace(f"{{{name}}}", value)
        home.heard.clear()
        home.status = 200 if how == "Link" else status
        home.headers = [(how, f'<{told}>; rel="next"' if how == "Link" else told)]
        client = client_of(f"http://127.0.0.1:{home.port}")
        said: Any = ""
        try:
            said = list_all(client, f"http://127.0.0.1:{home.port}/things", "things")
        except ScalewayError as error:
            said = error.result()
        finally:
            client.close()
        assert TOKEN not in json.dumps(said)
        assert stranger.heard == [], told
        assert home.heard
        assert len(home.heard) < 10
        assert all(f"X-Auth-Token: {TOKEN}".encode() in request for request in home.heard)


HOST_NAMES = st.sampled_from(
    ["api.example.com", "192.0.2.1", "10.0.0.1", "[2001:db8::1]", "localhost.example.com", "127.0.0.1.example.com"]
)
HERE = st.sampled_from(["localhost", "127.0.0.1", "127.8.9.10", "[::1]", "LOCALHOST"])


@SOME
@given(
    host=HOST_NAMES | HERE, port=st.sampled_from(["", ":80", ":8080"]), scheme=st.sampled_from(["http", "HTTP", "Http"])
)
def test_http_is_for_this_machine_unless_it_is_asked_for(host: str, port: str, scheme: str) -> None:
    url = f"{scheme}://{host}{port}"
    if host.lower() in ("localhost", "127.0.0.1", "127.8.9.10", "[::1]"):
        assert client_of(url).settings.warnings == ()
    else:
        with pytest.raises(InvalidInput, match="unencrypted"):
            client_of(url)
        (warning,) = client_of(url, allow_http=True).settings.warnings
        assert "over http" in warning


# Proxies


ADDRESSES = st.sampled_from(
    [
        "https://api.scaleway.com/x",
        "http://api.scaleway.com/x",
        "https://s3.fr-par.scw.cloud:8443/x",
        "https://192.0.2.7/x",
    ]
)
PROXIES = st.sampled_from(
    ["", "http://proxy.example.com:3128", "proxy.example.com:3128", "http://user:word@proxy.example.com"]
)
EXCEPT = st.lists(
    st.sampled_from(
        [
            "*",
            "scaleway.com",
            ".scaleway.com",
            "api.scaleway.com",
            "api.scaleway.com:443",
            "192.0.2.0/24",
            "scw.cloud:8443",
            "example.org",
            " ",
        ]
    ),
    max_size=3,
).map(",".join)


@SOME
@given(url=ADDRESSES, https=PROXIES, http=PROXIES, all_=PROXIES, no=EXCEPT, upper=st.booleans())
def test_proxies_are_those_of_requests(
    monkeypatch: pytest.MonkeyPatch, url: str, https: str, http: str, all_: str, no: str, upper: bool
) -> None:
    with monkeypatch.context() as patch:
        for name, value in (("https_proxy", https), ("http_proxy", http), ("all_proxy", all_), ("no_proxy", no)):
            if value:
                patch.setenv(name.upper() if upper else name, value)
        client = client_of("https://api.scaleway.com")
        expected = requests.Session().merge_environment_settings(url, {}, None, None, None)["proxies"]
        assert client._routes(client._session(), url)["proxies"] == expected
        assert client._routes(client._session(), "http://localhost:8900/x")["proxies"] == {}


def test_a_proxy_never_sees_the_token(monkeypatch: pytest.MonkeyPatch, home: Listener) -> None:
    home.heard.clear()
    home.status, home.headers = 502, []
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{home.port}")
    client = client_of("https://api.example.invalid")
    with pytest.raises(NoAnswer):
        client.request("GET", "https://api.example.invalid/things")
    assert len(home.heard) == 1
    assert home.heard[0].startswith(b"CONNECT api.example.invalid:443 ")
    assert TOKEN.encode() not in home.heard[0]
    monkeypatch.setenv("NO_PROXY", "example.invalid")
    with pytest.raises(NoAnswer, match="no connection"):
        client_of("https://api.example.invalid").request("GET", "https://api.example.invalid/things")
    assert len(home.heard) == 1


# Certificates


def certificate(folder: Path, name: str, days: int, address: str = "127.0.0.1") -> Path:
    """A certificate that signs itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=30))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*plain) + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls(tmp_path: Path) -> Iterator[Callable[..., tuple[Listener, Path]]]:
    """``tls(name, days, address)`` listens with a certificate that ends in so many days and is for this address."""
    listeners = []

    def make(name: str, days: int = 30, address: str = "127.0.0.1") -> tuple[Listener, Path]:
        path = certificate(tmp_path, name, days, address)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        listeners.append(Listener(context))
        return listeners[-1], path

    yield make
    for listener in listeners:
        listener.close()


def test_certificates_are_checked_and_errors_name_them(
    tls: Callable[..., tuple[Listener, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown, _path = tls("unknown")
    old, old_path = tls("old", days=-1)
    other, other_path = tls("other", address="192.0.2.1")
    cases = [
        (unknown, "", "self.signed"),
        (old, str(old_path), "expired"),
        (other, str(other_path), "IP address mismatch|doesn't match"),
    ]
    for listener, bundle, said in cases:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
        url = f"https://127.0.0.1:{listener.port}"
        with pytest.raises(NoAnswer, match=f"GET {url}/things: the certificate is not accepted: .*({said})") as caught:
            client_of(url, retry_timeout=60).request("GET", f"{url}/things")
        assert caught.value.may_have_happened is False
        assert listener.heard == [b""], "one connection, and nothing said"


def test_a_certificate_is_accepted_when_it_is_known_or_nobody_wants_it_checked(
    tls: Callable[..., tuple[Listener, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    listener, path = tls("known")
    url = f"https://127.0.0.1:{listener.port}"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(path))
    assert client_of(url).request("GET", f"{url}/things").status == 200
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    client = client_of(url, validate_certs=False)
    with warnings.catch_warnings(record=True) as others:
        warnings.simplefilter("always")
        for _ in range(2):
            assert client.request("GET", f"{url}/things").status == 200
    assert others == [], "who is warned by the collection is not warned by urllib3 as well"
    assert len(client.settings.warnings) == 1
    assert "not checked" in client.settings.warnings[0]
    with pytest.warns(InsecureRequestWarning):
        requests.get(url, headers={"X-Auth-Token": TOKEN}, verify=False, timeout=5)
    assert all(f"X-Auth-Token: {TOKEN}".encode() in request for request in listener.heard)
