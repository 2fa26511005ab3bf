"""The stores in which previews are kept, apart from all that counts.

They are in the database where that is shared by several machines, so that each can answer the next request of a
preview; otherwise in a file that is gone when the server ends.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from quizengine.desk.drafting import DraftFolder
from quizengine.store import ReadOnlyError, Store, StoreError

_KEPT = timedelta(days=1)
"""The time that a preview is kept in a database, where it does not go with the server."""
_FILE = "previews.db"


def open_previews(store: Store, drafts: DraftFolder | None) -> tuple[Store, Callable[[], None]]:
    """Open the store for previews beside a store; gives it with what closes it and leaves nothing behind.

    A file is beside the drafts, if there are any, where all processes of this machine share it. Raises StoreError.
    """
    try:
        shared = store.previews()
    except ReadOnlyError:  # the start of the server has told of it
        shared = None
    if shared:
        return shared, shared.close
    if drafts:
        own = Store(drafts.place / _FILE)
        return own, own.close
    folder = TemporaryDirectory(prefix="quizengine-previews-")
    own = Store(Path(folder.name) / _FILE)

    def discard() -> None:
        own.close()
        folder.cleanup()

    return own, discard


def begin_previews(store: Store, tell: Callable[[str], None]) -> None:
    """Prepare previews when a server starts: make what they need in the database, and delete those of the past.

    If they cannot be kept there, `tell` is told so with what to do, once; they are kept in a file of this machine then.
    """
    try:
        shared = store.previews()
        if shared:
            with closing(shared):
                forget_old_previews(shared)
    except StoreError as fault:
        tell(f"previews of quizzes are kept on this computer alone, so others cannot continue them: {fault}")


def forget_old_previews(previews: Store) -> None:
    """Delete what nobody has touched for a day; raises StoreError."""
    previews.retention.forget_previews(previews.now() - _KEPT)
