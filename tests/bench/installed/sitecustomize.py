"""Hides from a server what only development tools have brought along.

Autobahn paints the words of log lines nobody sees, for each frame, where it finds `click`; an
installation of vgroup has none.
"""

import sys

sys.modules["click"] = None  # type: ignore[assignment]  # an import of it fails
