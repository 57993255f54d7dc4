"""Properties are tried on the same examples in every run; `pytest --hypothesis-profile=search` looks for new ones."""

from hypothesis import settings

settings.register_profile("gate", derandomize=True, database=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("gate")
