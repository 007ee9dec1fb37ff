"""How much is read at most of what comes from outside."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024
DOCUMENT_BYTES: Final = 64 * MEGABYTE
"""A workflow, a file of edits, a JSON answer: a picture with a workflow in it may be large."""
VIDEO_BYTES: Final = 256 * MEGABYTE
"""A video that is uploaded: it is read into memory; ``words`` names the number."""
PICTURE_BYTES: Final = 64 * MEGABYTE
"""A picture that is fetched or uploaded; ``words`` names the number of the latter."""
METADATA_BYTES: Final = MEGABYTE
"""What a picture tells of itself, where it is read of thousands of pictures."""
EMBEDDED_BYTES: Final = 8 * MEGABYTE
"""The workflow and the graph of a picture, likewise."""
