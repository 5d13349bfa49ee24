"""Compiles the catalogues of words when the package is built; compiled files are not in the repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):  # type: ignore[type-arg]
    """The build step."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write each language's compiled file, to be taken along as an artifact."""
        sys.path.insert(0, str(Path(self.root)))
        from i18n.catalogues import compile_all

        compile_all(Path(self.root) / "i18n" / "locales")
