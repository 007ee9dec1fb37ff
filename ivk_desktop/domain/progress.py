"""How far a job is: one fraction that never runs backwards, its nodes, and the time left.

Pure: fed with updates and the time of each (a monotonic clock in seconds), asked for views.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from ivk_desktop.domain.estimates import Estimate, Learned, Work
from ivk_desktop.domain.iterations import leading_to, repeated_by, repeated_in_order
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.node_runs import Node, NodeRun
from ivk_desktop.domain.phases import Phase, StepCounter, phase_of, steps_in
from ivk_desktop.domain.updates import JobPlan, ModelLoaded, NodeChanged, NodeStatus, Progress

CACHED_S: Final = 0.02
"""A node that ended faster than this, and said nothing, was answered from the server's cache."""
CACHED_FROM_S: Final = 0.05
"""Nodes expected to take less are always this fast: nothing can be told of them."""
NOT_ENDED: Final = 0.995
"""The most that is shown of a job that has not ended."""
MOST_REPEATS: Final = 100_000
MET_AT_ONCE_S: Final = 1.0
"""A job that was met later than that after its beginning was met under way."""
GUESSED_SHARE: Final = 0.25
"""A time left of which more than this share is guessed is not told."""


class JobProgress:
    """The progress of one running job.

    Args:
        key: the job.
        learned: seconds of one run of a node in this workflow on this device, where known.
        started_at: when it began, on the clock that all times given later are of.
        met_at: when it was first heard of, if that was later.
    """

    def __init__(
        self,
        key: JobKey,
        learned: Callable[[Work], Learned | None],
        started_at: float,
        met_at: float | None = None,
    ) -> None:
        self.key = key
        self.started_at = started_at
        self.met_at = started_at if met_at is None else met_at
        self.ended_at: float | None = None
        self.nodes: dict[str, Node] = {}
        self.phase = Phase.STARTING
        self.message = ""
        self.estimated = False
        self.current: Node | None = None
        self._edges: tuple[tuple[str, str], ...] = ()
        self._learned = learned
        self._fraction = 0.0
        self._base = (0.0, 0.0)
        self._told_eta: tuple[float, float] | None = None
        self._whole: NodeRun | None = None
        self._measured = False
        self._lacks_starts = self.met_at - started_at > MET_AT_ONCE_S
        """Whether runs may speak that began before anybody listened."""

    # --- what comes in -------------------------------------------------------------------
    def planned(self, plan: JobPlan) -> None:
        """The nodes to come, in their likely order; what has been heard of them is kept."""
        known = self.nodes
        self.nodes, self._edges = {}, plan.edges
        for node_id, node_type, title in plan.nodes:
            work = plan.works.get(node_id) or Work(node_type)
            node = known.pop(node_id, None) or self._node(node_id, work, title)
            node.work, node.title = work, title or node.title
            self.nodes[node_id] = node
        self.nodes.update(known)
        self.learn_again()
        for node in [one for one in self.nodes.values() if one.runs]:
            self._infer(node)

    def learn_again(self) -> None:
        """What is expected may be other than before: the plan has come, or the device's name."""
        for node in self.nodes.values():
            node.expect(self._learned(node.work))
        self._reshaped()

    def node_changed(self, change: NodeChanged, at: float) -> None:
        """A node has started or ended."""
        node = self._known(change.node_id, change.node_type, change.title)
        if change.status is NodeStatus.RUNNING:
            self._start(node, change.run_id, at)
        elif change.status is not NodeStatus.PENDING:
            self._end(node, change.run_id, change.status, at)
        if change.repeats is not None:
            self._repeat_after(node, change.repeats)
        self._advance()

    def missed_some(self) -> None:
        """Nothing was heard for a while: nodes may have begun and ended meanwhile."""
        self._lacks_starts = True

    def progressed(self, progress: Progress, at: float) -> None:
        """The server says how far a node, or the job, is."""
        if _sane(progress.eta_s) is not None:
            self._told_eta = (max(0.0, float(progress.eta_s or 0)), at)
        if progress.node_id:
            node = self._known(progress.node_id, progress.node_type, "")
            run = node.runs.get(progress.run_id) or self._meet(node, progress.run_id, at)
            self.current = node
            node_type = node.node_type
        else:
            run = self._whole = self._whole or NodeRun(at)
            node_type = progress.node_type
        self.message, self.estimated = progress.message, progress.estimated
        self.phase = progress.phase or phase_of(node_type, progress.message)
        run.hear_load(progress.message, at)
        self._hear(run, progress, at)
        self._advance()

    def model_loaded(self, loaded: ModelLoaded, at: float) -> None:
        """A model is in memory: the run that waited for it goes on."""
        for node in self.nodes.values():
            for run in node.runs.values():
                name = run.loading[0] if run.loading else ""
                if loaded.name and loaded.name in name and loaded.part in name:
                    run.end_load(at)

    def end(self, at: float, *, completed: bool) -> None:
        """The job has ended; only a completed one is all done."""
        if self.ended_at is not None:
            return
        self.ended_at = at
        for node in self.nodes.values():
            if node.runs:  # canceled or failed under way: that far it came
                node.status = NodeStatus.COMPLETED if completed else NodeStatus.PENDING
                node.bars += [run.bar(at, node.status) for run in node.runs.values()]
                node.runs.clear()
        if completed:
            self._fraction = 1.0

    # --- what is shown -------------------------------------------------------------------
    @property
    def fraction(self) -> float | None:
        """0..1, never less than before, 1 only once completed; ``None`` if nothing is known."""
        if self.ended_at is None and not self._measured:
            return None
        return self._fraction

    @property
    def steps(self) -> StepCounter | None:
        """The steps of the node that spoke last, if it counts any."""
        run = self._spoken_run()
        return run.steps if run and run.steps.total else None

    @property
    def plan_is_known(self) -> bool:
        """Whether the job's nodes are known at all."""
        return bool(self.nodes)

    def elapsed(self, now: float) -> float:
        """Seconds since the job began, to its end if it has ended."""
        return max(0.0, (self.ended_at if self.ended_at is not None else now) - self.started_at)

    def time_left(self, now: float) -> Estimate | None:
        """Seconds left with their band, or ``None`` while that would be mere guessing."""
        if self.ended_at is not None:
            return Estimate(0.0, 0.0)
        if self._told_eta and now - self._told_eta[1] <= self._told_eta[0]:
            seconds, at = self._told_eta
            return Estimate(seconds - (now - at), 0.0)
        if not self.nodes:
            return _of_fraction(self._whole, now) if self._whole else None
        return self._left_in_nodes(now)

    def tick(self, now: float) -> None:
        """Let nodes that tell no number move on with the time they usually take.

        Without that a bar would stand still through a minute of decoding.
        """
        if self.ended_at is not None:
            return
        for node in self.nodes.values():
            for run in node.runs.values():
                if node.learned and not run.steps.total and node.expected_s > 0:
                    aged = run.worked_s(now) / node.expected_s
                    run.fraction = max(run.fraction, min(0.9, aged))
        self._advance()

    # --- inside --------------------------------------------------------------------------
    def _known(self, node_id: str, node_type: str, title: str) -> Node:
        node = self.nodes.get(node_id)
        if node is None:
            node = self.nodes[node_id] = self._node(node_id, Work(node_type), title)
            self._reshaped()
        return node

    def _node(self, node_id: str, work: Work, title: str) -> Node:
        return Node(node_id, work, title or work.node_type, self._learned(work))

    def _start(self, node: Node, run_id: str, at: float) -> NodeRun:
        run = node.runs.setdefault(run_id, NodeRun(at))
        node.status = NodeStatus.RUNNING
        self.current, self._measured = node, True
        self.phase, self.message = phase_of(node.node_type, ""), ""
        if node.ended + len(node.runs) > node.repeats:
            node.repeats = node.ended + len(node.runs)
            self._reshaped()
        self._infer(node)
        return run

    def _meet(self, node: Node, run_id: str, at: float) -> NodeRun:
        """A run speaks whose beginning nobody heard."""
        run = self._start(node, run_id, at)
        run.is_whole = not self._lacks_starts
        return run

    def _infer(self, node: Node) -> None:
        """What had to end before this node could begin has ended, heard or not."""
        if not self._lacks_starts:
            return
        for node_id in leading_to(node.node_id, self._edges):
            before = self.nodes.get(node_id)
            if before is None or before.repeats > 1 or (before.ended and not before.runs):
                continue
            before.runs.clear()
            before.ended, before.status = 1, NodeStatus.COMPLETED
        self._base = (0.0, 0.0)  # what was shared out without knowing this is shared out anew

    def _end(self, node: Node, run_id: str, status: NodeStatus, at: float) -> None:
        run = node.runs.pop(run_id, None)
        silent = run is not None and not run.spoke and at - run.started_at < CACHED_S
        from_cache = silent and node.expected_s >= CACHED_FROM_S
        node.cached = from_cache and (node.cached or node.ended == 0)
        node.end_run(run, status, at, cached=from_cache)
        self._measured = True
        if node.ended > node.repeats:
            node.repeats = node.ended
            self._reshaped()
        if status is NodeStatus.FAILED or (not node.runs and node.ended >= node.repeats):
            node.status = status

    def _repeat_after(self, node: Node, repeats: int) -> None:
        """An iteration has told how many entries it has: so often runs what follows it.

        One inside another runs anew for each entry of that.
        """
        times = min(max(repeats, 1) * node.outer, MOST_REPEATS)
        if self._edges:
            node.repeats = max(node.repeats, times)
            behind = repeated_by(node.node_id, self._edges, self._type_of)
        else:
            ordered = [(one.node_id, one.node_type) for one in self.nodes.values()]
            behind = repeated_in_order(node.node_id, ordered)
        for node_id in behind:
            if (other := self.nodes.get(node_id)) is not None:
                other.outer = max(other.outer, times)
                other.repeats = max(other.repeats, times)
        self._reshaped()

    def _type_of(self, node_id: str) -> str:
        node = self.nodes.get(node_id)
        return node.node_type if node else ""

    def _hear(self, run: NodeRun, progress: Progress, at: float) -> None:
        run.spoke = True
        fraction = _sane(progress.fraction)
        told = steps_in(progress.message)
        if progress.step is not None and progress.total:
            told = (progress.step, progress.total)
        if told:
            run.steps.told(*told, at)
            if fraction is None:
                fraction = min(max(told[0], 0) / told[1], 1.0)
        elif fraction is not None and 0 <= fraction <= 1:
            run.steps.seen(fraction, at)
        if fraction is not None:
            run.fraction = max(run.fraction, min(max(fraction, 0.0), 1.0))
            self._measured = True

    def _spoken_run(self) -> NodeRun | None:
        if self.current and self.current.runs:
            return next(reversed(self.current.runs.values()))
        return self._whole

    def _raw(self) -> float:
        if not self.nodes:
            return self._whole.fraction if self._whole else 0.0
        whole = done = 0.0
        for node in self.nodes.values():
            weight = node.weight
            whole += weight
            if node.ended or node.runs:
                done += weight * node.fraction
        return done / whole if whole else 0.0

    def _reshaped(self) -> None:
        """More work has become known: what is left of the bar is shared out anew."""
        self._base = (self._fraction, min(self._raw(), 0.999))

    def _advance(self) -> None:
        if self.ended_at is not None:
            return
        shown, raw = self._base
        fraction = shown + (1 - shown) * (self._raw() - raw) / (1 - raw)
        self._fraction = min(max(self._fraction, fraction), NOT_ENDED)

    def _left_in_nodes(self, now: float) -> Estimate | None:
        left = band = guessed = 0.0
        for node in self.nodes.values():
            for run in node.runs.values():
                estimate = _measured_left(node, run, now)
                guessed += 0.0 if estimate else node.expected_s
                left += estimate.seconds if estimate else node.expected_s
                band += estimate.band_s if estimate else 0.0
            to_come = max(0, node.repeats - node.ended - len(node.runs))
            if not to_come:
                continue
            seen = node.average_s
            one = node.expected_s if seen is None else seen
            known = seen is not None or node.learned is not None
            spread = node.learned.spread_s if node.learned else one * 0.5
            left += one * to_come
            band += spread * to_come
            guessed += 0.0 if known else one * to_come
        if guessed > max(0.5, left * GUESSED_SHARE):
            return None
        return Estimate(left, band)


def _measured_left(node: Node, run: NodeRun, now: float) -> Estimate | None:
    """What a run has left by its own pace, else by what past runs took."""
    rate = run.steps.per_second
    if rate and run.steps.total is not None and run.steps.step is not None:
        seconds = (run.steps.total - run.steps.step) / rate
        return Estimate(seconds, seconds * 0.05)
    if node.learned and not run.is_whole:
        left = node.learned.seconds * (1 - run.fraction)
        return Estimate(left, max(node.learned.spread_s, left / 2))
    if node.learned:
        left = node.learned.seconds - run.worked_s(now)
        return Estimate(max(0.0, left), node.learned.spread_s)
    return _of_fraction(run, now)


def _of_fraction(run: NodeRun, now: float) -> Estimate | None:
    """What is left by rule of three: honest from a tenth and two seconds up."""
    elapsed = now - run.started_at
    if run.fraction < 0.1 or elapsed < 2.0:
        return None
    seconds = elapsed * (1 - run.fraction) / run.fraction
    return Estimate(seconds, seconds * 0.2)


def _sane(number: float | None) -> float | None:
    if number is None or not isinstance(number, int | float) or not math.isfinite(number):
        return None
    return float(number)
