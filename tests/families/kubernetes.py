# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kubernetes."""

from __future__ import annotations

from tests.families.case import Contract

CONTRACTS = [Contract("k8s/v1", 120, maps=(".conditions", ".available_kubelet_args"))]
