"""The bank's API as the app sees it: one method a question, facts as answers, one tree of errors."""

import sys

# WORKAROUND httpx 0.28: where click and rich are installed, importing httpx also imports its command line, which
# costs 50 ms and 6 MB. httpx itself carries on without that module. Every module of this package runs this first.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
