"""Who does the work on documents: this process, a pool of processes, or a Dask cluster.

All three take tasks and give back results in the order of the tasks, with a bounded number under way, so that a
folder of any size needs the memory of a few documents.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import Any

from db.records.extraction import Extraction
from pipeline.document import Refusal, Task, work

Result = Extraction | Refusal
UNDER_WAY = 4
"""Tasks under way for each worker: enough that none waits, few enough that memory stays small."""
FORKED = "forkserver"
"""How Python calls processes that are forked from one made for that."""


def run(tasks: Iterable[Task], *, workers: int, scheduler: str | None) -> Iterator[Result]:
    """The results of the tasks, in their order."""
    if scheduler:
        yield from _on_dask(tasks, scheduler)
    elif workers == 1:
        yield from map(work, tasks)
    else:
        yield from _in_pool(tasks, workers)


def _windowed(
    tasks: Iterable[Task], submit: Callable[[Task], Future[Result]], size: int
) -> Iterator[tuple[Task, Future[Result]]]:
    """Submit ahead by at most `size` tasks and hand the futures back in order."""
    under_way: deque[tuple[Task, Future[Result]]] = deque()
    for task in tasks:
        under_way.append((task, submit(task)))
        if len(under_way) >= size:
            yield under_way.popleft()
    yield from under_way


def _in_pool(tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    pool = _pool(workers)
    try:

        def submit(task: Task) -> Future[Result]:
            nonlocal pool
            try:
                return pool.submit(work, task)
            except BrokenProcessPool:
                pool = _pool(workers)
                return pool.submit(work, task)

        for task, future in _windowed(tasks, submit, workers * UNDER_WAY):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(task)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    """A pool whose processes are ready at once.

    They are not forked from this process, which holds an open database, but from one that has loaded the pipeline
    and the German dictionary for all of them: 1.8 s of CPU once, then 0.1 s for each. Where the system has no such
    way, each is spawned and loads its own.
    """
    if FORKED not in get_all_start_methods():
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    context = get_context(FORKED)
    context.set_forkserver_preload(["pipeline.preload"])
    return ProcessPoolExecutor(workers, mp_context=context)


def _alone(task: Task) -> Result:
    """One task in a process of its own: when a pool dies, only the document that killed it may be refused."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            return Refusal(
                address=task.address,
                stage="understand",
                message="the process that read this document died (out of memory, or a fault in a library)",
                advice="import the file alone on a machine with more memory, or report it",
            )


def _on_dask(tasks: Iterable[Task], scheduler: str) -> Iterator[Result]:
    try:
        from distributed import Client
    except ImportError as error:
        raise RuntimeError("--scheduler needs the extra: pip install 'ratslese[distributed]'") from error
    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]

        def submit(task: Task) -> Any:
            return client.submit(work, task, pure=False)

        size = UNDER_WAY * max(1, len(client.scheduler_info()["workers"]))
        for _, future in _windowed(tasks, submit, size):
            result: Result = future.result()
            yield result
