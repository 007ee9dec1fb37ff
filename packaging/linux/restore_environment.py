"""Runs before the program: others that it starts get the environment that the person had.

The bundle's own libraries are found through ``LD_LIBRARY_PATH``, which the loader has read by
now, and Qt's plugins through the paths that PySide6 knows by itself. A browser or file manager
that inherits these would load our libraries instead of its own. The demo server is this program
again, which sets them anew.
"""

import os

for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "LD_LIBRARY_PATH"):
    os.environ.pop(name, None)
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
