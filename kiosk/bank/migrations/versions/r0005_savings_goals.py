"""Savings goals, which everybody may keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0004"

_CUSTOMERS = sa.table("customers", sa.column("id", sa.String()), sa.column("entitlements", sa.JSON()))


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "savings_goals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("saved_minor", sa.BigInteger(), nullable=False),
        sa.Column("weekly_minor", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_savings_goals_customer_id"), "savings_goals", ["customer_id"], unique=False)
    _entitle(allowed=True)


def downgrade() -> None:
    """Take it back."""
    _entitle(allowed=False)
    op.drop_index(op.f("ix_savings_goals_customer_id"), table_name="savings_goals")
    op.drop_table("savings_goals")


def _entitle(*, allowed: bool) -> None:
    books = op.get_bind()
    for row in books.execute(sa.select(_CUSTOMERS.c.id, _CUSTOMERS.c.entitlements)).all():
        others = [each for each in row.entitlements if each != "goals"]
        changed = [*others, "goals"] if allowed else others
        books.execute(_CUSTOMERS.update().where(_CUSTOMERS.c.id == row.id).values(entitlements=changed))
