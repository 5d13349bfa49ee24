"""Alembic's entry: it runs this file for every migration. The connection is handed in by `upgrade`."""

from alembic import context

from kiosk.bank.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    # SQLite's schema changes are transactional once the driver no longer interferes (store.py).
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
