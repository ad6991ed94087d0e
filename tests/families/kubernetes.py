# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kubernetes."""

from __future__ import annotations

from tests.families.case import Case, Contract, Tasks

QUICK = {"wait_interval": 0.1}
CREATE_SHOP = {"community.scaleway.scaleway_k8s_cluster": {"name": "shop", "cni": "cilium", **QUICK}}
TASKS: Tasks = {
    "scaleway_k8s_cluster": [
        {"name": "shop", "version": "1.35", "cni": "cilium", "auto_upgrade": {"enabled": True}, **QUICK},
        {"name": "other", "version": "1.99", "cni": "cilium"},
        {"name": "shop", "version": "latest", "tags": ["a"], "cni": "calico"},
    ],
    "scaleway_k8s_cluster_info": [{"region": "all"}],
    "scaleway_k8s_pool": [{"cluster": "none", "name": "workers", "node_type": "DEV1-M"}, {"size": 1}],
    "scaleway_k8s_pool_info": [{"cluster": "none"}],
    "scaleway_k8s_acl": [{"cluster": "none", "rules": [{"ip": "192.0.2.1/24"}]}],
    "scaleway_k8s_acl_info": [{"cluster": "none"}],
    "scaleway_k8s_kubeconfig": [{"cluster": "none"}, {}],
    "scaleway_k8s_version_info": [{}],
}
CASES = [
    Case(
        "scaleway_k8s_cluster",
        "cluster",
        "k8s.cluster",
        {"version": "1.35", "cni": "cilium", "tags": ["a", "b"], **QUICK},
        {
            "description": "of the shop",
            "auto_upgrade": {"enabled": True, "maintenance_window": {"day": "sunday"}},
            "type": "kapsule-dedicated-4",
            **QUICK,
        },
        {},
        changes=[
            (
                "PATCH",
                {
                    "description": "of the shop",
                    "auto_upgrade": {"enable": True, "maintenance_window": {"day": "sunday"}},
                },
            ),
            ("POST", {"type": "kapsule-dedicated-4"}),
        ],
        shown=("description", "auto_upgrade", "type"),
    ),
    Case(
        "scaleway_k8s_pool",
        "pool",
        "k8s.pool",
        {"node_type": "DEV1-M", "size": 2, "labels": {"role": "worker", "tier": 1}, **QUICK},
        {
            "size": 3,
            "autohealing": True,
            "labels": {"tier": 1},
            "taints": [{"key": "a", "effect": "NoExecute"}],
            **QUICK,
        },
        {},
        before=[CREATE_SHOP],
        who=tuple({"cluster": "shop", "name": name} for name in ("web", "web-1", "my-web")),
        changes=[
            ("PATCH", {"size": 3, "autohealing": True}),
            ("PUT", {"labels": {"tier": "1"}}),
            ("PUT", {"taints": [{"key": "a", "value": "", "effect": "NoExecute"}]}),
        ],
        shown=("size", "autohealing", "labels", "taints"),
    ),
]
VALUES = {
    "scaleway_k8s_cluster": {
        "autoscaler_config": [{"scale_down_delay_after_add": "10m"}, {"ignore_daemonsets_utilization": True}],
        "apiserver_cert_sans": [[], ["shop.example.com"], ["b.example.com", "a.example.com"]],
        "open_id_connect_config": [{"issuer_url": "https://login.example.com", "client_id": "shop"}],
    },
    "scaleway_k8s_pool": {
        "min_size": [0, 1],
        "max_size": [5, 9],
        "upgrade_policy": [{"max_unavailable": 2}, {"max_surge": 1}, {"max_unavailable": 0, "max_surge": 2}],
        "startup_taints": [[], [{"key": "new", "value": "yes", "effect": "NoSchedule"}]],
        "kubelet_args": [{}, {"maxPods": "50"}],
    },
}
CONTRACTS = [Contract("k8s/v1", 120, maps=(".conditions", ".available_kubelet_args"))]
