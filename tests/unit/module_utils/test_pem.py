# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Certificates and their keys."""

from __future__ import annotations

import pytest

from ansible_collections.community.scaleway.plugins.module_utils import _pem
from ansible_collections.community.scaleway.plugins.module_utils._errors import InvalidInput
from tests.families.lb import CERTIFICATE, KEY, OTHER_CERTIFICATE, OTHER_KEY


def test_a_certificate_tells_its_name_and_its_times() -> None:
    import ssl
    import tempfile
    import time

    found = _pem.with_its_key(f"{KEY}\n{CERTIFICATE}", "chain")
    assert found.common_name == "www.example.com"
    assert found != _pem.with_its_key(OTHER_CERTIFICATE + OTHER_KEY + CERTIFICATE, "chain")
    with tempfile.NamedTemporaryFile("w") as file:  # what Python itself reads in it
        file.write(CERTIFICATE)
        file.flush()
        told = ssl._ssl._test_decode_cert(file.name)  # type: ignore[attr-defined]
    for ours, theirs in ((found.not_valid_before, told["notBefore"]), (found.not_valid_after, told["notAfter"])):
        assert ours == time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(ssl.cert_time_to_seconds(theirs)))


@pytest.mark.parametrize(
    ("chain", "message"),
    [
        ("", "no certificate in it"),
        (CERTIFICATE, "no private key in it"),
        (CERTIFICATE + OTHER_KEY, "does not belong to the certificate"),
        (CERTIFICATE[:90] + CERTIFICATE[-27:] + KEY, "cannot be read"),
    ],
)
def test_what_is_no_certificate_with_its_key_is_told_without_showing_it(chain: str, message: str) -> None:
    with pytest.raises(InvalidInput, match=message) as caught:
        _pem.with_its_key(chain, "chain")
    assert str(caught.value).startswith("chain: ")
    assert KEY.splitlines()[1] not in str(caught.value)
