"""The bank application: what happens behind the screens, and the one place where everything is put together."""
