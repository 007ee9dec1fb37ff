"""Putting a picture, or what it was made with, into the open form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject

from ivk_desktop.domain.form import Form
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.form_history import StepKind, StepLabel
from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.pictures import form_targets
from ivk_desktop.ui.pictures.acts import Act

_numbers = count()


class PictureValues(QObject):
    """Asks the server how a picture was made, and writes the answer into the form it was for."""

    def __init__(
        self,
        window: MainWindow,
        workflows: OpenWorkflows,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._workflows = workflows
        self._notices = notices
        self._details: dict[str, Callable[[PictureDetails], None]] = {}
        self._forms: dict[str, Callable[[Form], None]] = {}

    def act(self, act: Act, ref: MediaRef, field_id: FieldId, session: ServerSession) -> None:
        """Fill the current form."""
        workflow, changes = self._workflows.current, session.gallery.changes
        if workflow is None or workflow.form is None:
            return
        ticket = f"values {next(_numbers)}"
        if act is Act.USE_IMAGE:
            field = workflow.form.spec.fields[field_id]
            self._put(workflow, field_id, form_targets.image_value(workflow, field, ref))
        elif act is Act.USE_VALUES:
            self._forms[ticket] = partial(self._take, workflow)
            changes.read_values(ref, ticket)
        else:
            send = self._send_prompt if act is Act.SEND_PROMPT else self._send_seed
            self._details[ticket] = partial(send, workflow, field_id)
            changes.explain(ref, ticket)

    def details_read(self, ticket: str, details: PictureDetails | None) -> None:
        """An answer came."""
        act = self._details.pop(ticket, None)
        if act is not None and details is not None:
            act(details)

    def values_read(self, ticket: str, form: Form | None) -> None:
        """A picture's workflow was read."""
        act = self._forms.pop(ticket, None)
        if act is not None and form is not None:
            act(form)

    def _send_prompt(
        self, workflow: OpenWorkflow, field_id: FieldId, details: PictureDetails
    ) -> None:
        if details.facts.prompt:
            self._put(workflow, field_id, details.facts.prompt)
        else:
            self._tell(self.tr("This picture carries no prompt."))

    def _send_seed(
        self, workflow: OpenWorkflow, field_id: FieldId, details: PictureDetails
    ) -> None:
        if details.facts.seed is not None:
            self._put(workflow, field_id, details.facts.seed)
        else:
            self._tell(self.tr("This picture carries no seed."))

    def _put(self, workflow: OpenWorkflow, field_id: FieldId, value: object) -> None:
        if workflow.form is None or field_id not in workflow.form.spec.fields:
            return
        title = workflow.form.spec.fields[field_id].title
        label = StepLabel(StepKind.EDIT, title)
        if workflow.set_values({field_id: value}, label):
            self._tell(self.tr("The value does not fit {field}.").format(field=title))
        elif workflow is self._workflows.current:
            self._window.form.focus_field(field_id)

    def _take(self, workflow: OpenWorkflow, other: Form) -> None:
        """Take over the values of all fields that both forms have."""
        if workflow.form is None:
            return
        theirs = other.spec.fields
        same = [
            field.id
            for field in workflow.form.spec.fields.values()
            if not field.connected
            and field.id in theirs
            and theirs[field.id].kind is field.kind
            and other.value(field.id) is not UNSET
        ]
        if not same:
            self._tell(self.tr("This picture was made by another workflow: open that instead."))
            return
        values = {field_id: other.value(field_id) for field_id in same}
        unfit = workflow.set_values(values, StepLabel(StepKind.PICTURE))
        words = self.tr("{count} values of the picture are in the form.")
        self._notices.info(words.format(count=len(same) - len(unfit)), "values")

    def _tell(self, text: str) -> None:
        self._notices.post(Notice(Level.WARNING, text, key="values"))
