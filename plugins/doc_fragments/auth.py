# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This doc fragment is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

from __future__ import annotations


class ModuleDocFragment:
    # The options of module_utils/_options.py, AUTH.
    DOCUMENTATION = r"""
options:
  access_key:
    description:
      - The access key of the Scaleway API key. Only object storage needs it.
      - It is only used when O(secret_key) is set the same way, so that an account is never mixed from two sources.
      - If not set, the environment variable E(SCW_ACCESS_KEY) or the profile is used.
    type: str
  secret_key:
    description:
      - The secret key of the Scaleway API key. It is sent as the token of every request.
      - If not set, the environment variable E(SCW_SECRET_KEY) is used, then the older E(SCW_TOKEN), E(SCW_API_KEY),
        E(SCW_OAUTH_TOKEN) and E(SCW_API_TOKEN), then the profile.
    type: str
    aliases: [api_token, oauth_token]
  profile:
    description:
      - A profile of the configuration file of Scaleway's command line tool.
      - If not set, the environment variable E(SCW_PROFILE) is used, then C(active_profile) of the file, then the
        settings at the top of the file.
      - Single options win over the profile. A profile that is named by this option wins over the environment. A profile
        that is chosen otherwise does not.
    type: str
    aliases: [scw_profile]
  config_path:
    description:
      - The configuration file with the profiles.
      - If not set, the environment variable E(SCW_CONFIG_PATH) is used, then C(scw/config.yaml) in
        E(XDG_CONFIG_HOME), then C(~/.config/scw/config.yaml).
    type: path
  api_generation:
    description:
      - The generation of the API to speak to.
      - V(current) is today's API. V(classic) is the API of C(cp-par1.scaleway.com), C(cp-ams1.scaleway.com) and
        C(account.scaleway.com), which knows compute resources and accounts only.
      - If not set, the environment variable E(SCW_API_GENERATION) is used, then V(current).
    type: str
    choices: [current, classic]
  api_url:
    description:
      - The address of the current API.
      - It must begin with C(https), unless it is on this machine or O(allow_http=true).
      - If not set, the environment variable E(SCW_API_URL) or the profile is used, then
        V(https://api.scaleway.com).
    type: str
    aliases: [base_url]
  compute_url:
    description:
      - The address of the classic compute API. C({region}) in it stands for V(par1) or V(ams1).
      - If not set, the environment variable E(SCW_COMPUTE_URL) is used, then V(https://cp-{region}.scaleway.com).
    type: str
  account_url:
    description:
      - The address of the classic account API.
      - If not set, the environment variable E(SCW_ACCOUNT_URL) is used, then V(https://account.scaleway.com).
    type: str
  s3_url:
    description:
      - The address of the object storage. C({region}) in it stands for the region. Only modules for buckets use it.
      - If not set, the environment variable E(SCW_S3_ENDPOINT) or C(s3_endpoint) of the profile is used, then
        V(https://s3.{region}.scw.cloud).
    type: str
  api_timeout:
    description:
      - How long to wait for one answer of the API, in seconds.
      - The default is 30 seconds.
    type: float
    aliases: [timeout]
  retry_timeout:
    description:
      - For how long a request is tried again when the API is overloaded or cannot be reached, in seconds.
      - V(0) means that nothing is tried again. The default is 60 seconds.
    type: float
  permission_timeout:
    description:
      - For how long a request is tried again that is refused because the token is unknown or lacks a permission, in seconds.
      - A policy or an API key that was made a moment ago takes up to some minutes to be known everywhere. Set this for the
        tasks that need it.
      - V(0) means that a refusal is told at once. This is the default.
    type: float
  validate_certs:
    description:
      - Whether to check the certificate of the API. Without the check, whoever answers in Scaleway's place gets the token.
      - If not set, certificates are checked unless E(SCW_INSECURE) or C(insecure) of the profile is true.
    type: bool
  allow_http:
    description:
      - Whether an address of the API may begin with C(http), so that the token is sent unencrypted.
      - This machine's own addresses are always allowed.
    type: bool
requirements:
  - Python 3.8 or newer
  - requests 2.25 or newer
  - PyYAML, when a configuration file is used
notes:
  - Redirects are not followed, and the token never goes to another address than the one that was set.
"""
