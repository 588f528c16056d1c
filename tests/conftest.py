"""Laws are tried on the same cases every time; ``--hypothesis-profile explore`` looks for new ones."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, print_blob=True, deadline=None)
settings.load_profile("same")
