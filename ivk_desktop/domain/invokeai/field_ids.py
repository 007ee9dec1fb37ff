"""Field ids: node id and input name in one text, and back again."""

from __future__ import annotations

from ivk_desktop.domain.problems import FieldId


def make_field_id(node_id: str, field_name: str) -> FieldId:
    """Join a node's id and an input's name; any characters are allowed in both."""
    return FieldId(f"{node_id.replace('%', '%25').replace('.', '%2E')}.{field_name}")


def split_field_id(field_id: FieldId) -> tuple[str, str]:
    """The node's id and the input's name."""
    node_id, _, field_name = field_id.partition(".")
    return node_id.replace("%2E", ".").replace("%25", "%"), field_name
