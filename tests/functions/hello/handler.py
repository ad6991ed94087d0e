# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The function that the tests deploy."""

from __future__ import annotations


def handle(event: object, context: object) -> dict[str, object]:
    return {"body": "hello", "statusCode": 200}
