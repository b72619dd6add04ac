"""`python -m tests.media.real`: the tests of real media, by themselves; takes pytest's options."""

import os
import sys

from tests.media import network

command = network.tests("-v", str(network.REAL), *sys.argv[1:])
os.execvpe(command[0], command, network.environ())
