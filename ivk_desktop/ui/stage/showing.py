"""What the live page shows, by the rules of following: no widget, no picture."""

from __future__ import annotations

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId


class Showing:
    """Decides whether something new may take the stage.

    While ``follow`` is on, a new preview or result does, but a running job keeps the stage until
    it has ended: two devices do not flicker. While it is off, only the job that is looked at goes
    on, up to its result; a picture that is looked at is never replaced.

    A picture that was opened elsewhere (in the queue) only suspends following; a click on the
    stage ends it. Either way it goes on when something is submitted, unless ``wanted`` is off.
    """

    def __init__(self) -> None:
        self.follow = True
        self.wanted = True
        """What the Follow button was left at."""
        self.suspended = False
        """Following goes on when the picture is left."""
        self.job: JobKey | None = None
        """The job whose previews are shown."""
        self.ref: MediaRef | None = None
        """The picture that is shown instead of a preview."""
        self.held = False
        """An earlier step of the job is looked at: nothing new may take its place."""
        self._ended = True

    def preview_arrived(self, key: JobKey) -> bool:
        """Whether the preview that came is to be shown."""
        if self.held:
            return False
        if key == self.job and not self._ended:
            return self.ref is None
        free = self.job is None or (self.follow and self._ended)
        if not free or (self.ref is not None and not self.follow):
            return False
        self.job, self.ref, self._ended = key, None, False
        return True

    def result_arrived(self, ref: MediaRef, job: JobKey) -> bool:
        """Whether the result that came is to be shown."""
        if self.held:
            return False
        own = job == self.job and (self.ref is None or self.follow)
        if own or (self.follow and self._ended):
            self.job, self.ref = job, ref
            return True
        return False

    def job_ended(self, key: JobKey) -> None:
        """Let another job take the stage."""
        if key == self.job:
            self._ended = True

    def look_at_job(self, key: JobKey) -> None:
        """Show a job because its lane was chosen; following goes on with it."""
        self.job, self.ref, self._ended, self.held = key, None, False, False

    def rest_at(self, ref: MediaRef, job: JobKey) -> None:
        """Show a result because nothing else is to be seen; anything new takes the stage."""
        self.job, self.ref, self._ended = job, ref, True

    def look_at(self, ref: MediaRef, job: JobKey | None = None) -> None:
        """Show a picture because a person chose it."""
        self.suspended |= self.follow
        self.follow = self.held = False
        self.ref = ref
        if job is not None and self._ended:
            self.job = job

    def lose(self, server_id: ServerId) -> None:
        """Nothing comes from a server for now: jobs of others may take the stage."""
        if self.job is not None and self.job.server_id == server_id:
            self._ended = True

    def leave(self, server_id: ServerId) -> bool:
        """Let go of what a server has made; whether that was anything."""
        was = (self.job, self.ref)
        if self.job is not None and self.job.server_id == server_id:
            self.job, self._ended, self.held = None, True, False
        if self.ref is not None and self.ref.server_id == server_id:
            self.ref = None
        return was != (self.job, self.ref)

    def touch(self) -> bool:
        """Stop following because a person touched the stage; whether that is a change."""
        was, self.follow, self.suspended = self.follow, False, False
        return was

    def go_back(self) -> None:
        """Leave the picture for what is live."""
        self.held = False
        self.ref = None

    def follow_again(self) -> None:
        """Let the next preview or result take the stage."""
        self.follow = True
        self.suspended = self.held = False
        self.ref = None
