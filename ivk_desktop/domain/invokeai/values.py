"""The inputs of an opened workflow as fields: read from and written to the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ivk_desktop.domain.invokeai.fields import IvkField, field_class
from ivk_desktop.domain.invokeai.fields.base import GraphContext, thawed
from ivk_desktop.domain.invokeai.types import InputTemplate
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, Problem, Scope


class Slot:
    """One input of one node: the document's value, and the field made of it.

    The class is settled when the workflow is opened; only ``replace_value`` changes it. A value
    that does not fit it is kept and sent as it is (``field`` is then ``None``).
    """

    __slots__ = ("_field", "_seen", "field_class", "instance", "name", "node", "template")

    def __init__(self, node: Node, name: str, template: InputTemplate) -> None:
        self.node = node
        self.name = name
        self.template = template
        self.instance = node.inputs[name]
        self.field_class: type[IvkField] = field_class(template.type, self.instance.get("value"))
        self._seen: Any = UNSET
        self._field: IvkField | None = None

    @property
    def field(self) -> IvkField | None:
        """The value as a field, or ``None`` where it does not fit the class."""
        value = self.instance.get("value")
        if value is not self._seen:
            self._seen = value
            try:
                self._field = self.field_class.from_json(value)
            except DomainError:
                self._field = None
        return self._field

    def value(self) -> Any | Unset:
        """The value as JSON data; one that does not fit as the document has it."""
        field = self.field
        return self._raw() if field is None else field.to_api()

    def graph_value(self, context: GraphContext) -> Any | Unset:
        """The value as a graph's node has it."""
        field = self.field
        return self._raw() if field is None else field.to_graph(context)

    def _raw(self) -> Any | Unset:
        return thawed(self.instance.get("value", UNSET))

    def set_value(self, value: Any | Unset) -> None:
        """Store a value.

        Raises:
            DomainError: ``value_unfit``: it does not fit the class; nothing was changed.
        """
        self.set_field(self.field_class.from_json(None if value is UNSET else value))

    def replace_value(self, value: Any | Unset) -> None:
        """Store a value; where the input takes one or many, its class follows the value.

        Raises:
            DomainError: ``value_unfit``: it does not fit the input; nothing was changed.
        """
        if value is None or value is UNSET:
            self.set_value(UNSET)
            return
        made = field_class(self.template.type, value)
        field = made.from_json(value)
        self.field_class = made
        self.set_field(field)

    def set_field(self, field: IvkField) -> None:
        """Store a field's value.

        Raises:
            DomainError: ``field_class_differs``: it is of another class than this input's.
        """
        if type(field) is not self.field_class:
            args: dict[str, str | int | float] = {
                "wanted": self.field_class.__name__,
                "given": type(field).__name__,
            }
            raise DomainError(Problem("field_class_differs", args, scope=Scope.FIELD))
        value = field.to_api()
        if value is UNSET:
            self.instance.pop("value", None)
        else:
            self.instance["value"] = value
        self._seen, self._field = self.instance.get("value"), field


class Values:
    """All inputs that have a template, by node id and name."""

    def __init__(self, workflow: Workflow) -> None:
        self._slots: dict[str, dict[str, Slot]] = {}
        for node in workflow.invocations():
            slots = self._slots[node.id] = {}
            for name in node.inputs:
                template = node.input_template(name)
                if template is not None:
                    slots[name] = Slot(node, name, template)

    def of(self, node_id: str) -> dict[str, Slot]:
        """The inputs of one node."""
        return self._slots.get(node_id, {})

    def get(self, node_id: str, name: str) -> Slot | None:
        """One input."""
        return self._slots.get(node_id, {}).get(name)

    def __iter__(self) -> Iterator[Slot]:
        return (slot for slots in self._slots.values() for slot in slots.values())
