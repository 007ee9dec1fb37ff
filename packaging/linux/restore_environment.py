"""Runtime hook: other programs that the app starts get the environment that the person had.

The bundle's own libraries are found through ``LD_LIBRARY_PATH``, which the loader has read by
now. A browser started with it would load our libraries instead of its own. The same goes for the
folders of Qt's plugins; a demo server started from here sets them anew by itself.
"""

import os

original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if original is not None:
    os.environ["LD_LIBRARY_PATH"] = original
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
