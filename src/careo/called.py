"""Records by what they are called: an id, or as much of one as tells it from all others."""

from careo.errors import NotFound, UsageError
from careo.model.codec import Record
from careo.store.base import View


def called(view: View, id_: str) -> Record:
    """Return the record that is called so.

    Raises:
        NotFound: if there is none.
        UsageError: if several begin so.
    """
    record = view.get(id_)
    if record is not None:
        return record
    like = view.ids_like(id_)
    if len(like) > 1:
        raise UsageError(f"{id_} may be {', '.join(like)}; give more of it")
    found = view.get(like[0]) if like else None
    if found is None:
        raise NotFound(f"nothing in this desk is called {id_}; `careo stories` and `careo claims` list ids")
    return found
