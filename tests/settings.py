"""The project's settings for tests: a home of their own, and passwords that are cheap to hash."""

import atexit
import os
import shutil
import tempfile

from django.contrib.auth.hashers import Argon2PasswordHasher

for name in [name for name in os.environ if name.startswith("VGROUP_")]:
    del os.environ[name]  # what the developer runs must not change what is tested
os.environ["VGROUP_HOME"] = tempfile.mkdtemp(prefix="vgroup-tests-")
atexit.register(shutil.rmtree, os.environ["VGROUP_HOME"], ignore_errors=True)

from vgroup.settings import *  # noqa: E402, F403


class CheapArgon2(Argon2PasswordHasher):
    """Argon2 with the least work; a real server checks its hashes like any other."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1


PASSWORD_HASHERS = ["tests.settings.CheapArgon2"]
