"""Forms of servers that have parameters instead of workflows, offered as their library."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import uuid4

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.domain.form import Form, SubmitRequest
from ivk_desktop.domain.history import KeptRequest, requested
from ivk_desktop.domain.jobs import UNSET, BatchId
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.plain_form import PlainForm, job_values
from ivk_desktop.domain.problems import DomainError, FieldId, Problem


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that a kind of server always has."""

    form_id: str
    title: str
    description: str = ""


class PlainForms(ABC):
    """Satisfies ``WorkflowSource`` and ``Repeats`` for a fixed set of plain forms."""

    OFFERS: ClassVar[tuple[Offer, ...]] = ()

    @abstractmethod
    async def make_form(self, offer: Offer) -> PlainForm:
        """Make one of the forms from what the server has now."""

    async def workflows(self) -> Sequence[WorkflowCard]:
        """List the forms."""
        return [WorkflowCard(o.form_id, o.title, o.description, "default") for o in self.OFFERS]

    async def open_workflow(self, workflow_id: str) -> Form:
        """Make a form, with the server's lists as they are now."""
        return await self.make_form(self._offer(workflow_id))

    async def read_workflow(self, data: bytes, name: str) -> Form:
        """Refuse a document: this server knows none."""
        raise Unusable(Problem("no_documents"))

    async def image_workflow(self, ref: MediaRef) -> Form:
        """Refuse: pictures carry no workflow here."""
        raise Unusable(Problem("no_documents"))

    def repeat(self, kept: KeptRequest) -> SubmitRequest:
        """Make the same submission anew, with a batch id of its own; nothing is sent."""
        payload = kept.payload
        if kept.place is not None:
            payload = {**payload, "jobs": [payload["jobs"][kept.place]]}
        return requested(kept, BatchId(str(uuid4())), payload)

    async def kept_form(self, kept: KeptRequest) -> Form:
        """Make a form of what was submitted."""
        try:
            values = job_values(kept.payload, kept.place or 0)
        except (KeyError, IndexError, TypeError) as error:
            raise Unusable(Problem("request_without_workflow")) from error
        return await self.filled(kept.form_id, values)

    async def filled(self, form_id: str, values: Mapping[str, Any]) -> Form:
        """Make a form with these values; those that fit no more are left out."""
        form = await self.make_form(self._offer(form_id))
        for field_id in form.spec.fields:
            form.set_value(field_id, UNSET)
        for name, value in values.items():
            try:
                form.set_value(FieldId(name), value)
            except DomainError:
                continue
        form.rebase()
        return form

    def _offer(self, form_id: str) -> Offer:
        found = next((offer for offer in self.OFFERS if offer.form_id == form_id), None)
        if found is None:
            raise NotFound(f"no form {form_id[:80]}", what="This form")
        return found
