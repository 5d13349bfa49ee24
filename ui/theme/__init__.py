"""How everything looks: the one place where a colour or a size is written down."""

from ui.theme.making import make_theme
from ui.theme.tokens import Theme

__all__ = ["Theme", "make_theme"]
