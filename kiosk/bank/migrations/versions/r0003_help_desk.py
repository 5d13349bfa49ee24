"""What help needs: urgency, holds, escalation, ratings, assisting, masked copies, and who looks after whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"

NONE = sa.text("''")
TICKET = (
    ("about", sa.String(length=64), NONE),
    ("urgent", sa.Boolean(), sa.false()),
    ("manager_id", sa.String(length=64), NONE),
    ("level", sa.Integer(), sa.text("0")),
    ("held", sa.String(length=64), NONE),
    ("outcome", sa.String(length=64), NONE),
    ("rating", sa.Integer(), sa.text("0")),
    ("assisting", sa.Boolean(), sa.false()),
    ("pointed", sa.String(length=64), NONE),
    ("board", sa.String(length=200), NONE),
)
TICKET_TIMES = ("called_from", "claimed_at", "arrived_at", "ended_at")
INDEXES = (("help_tickets", "device_id"), ("help_tickets", "created_at"), ("ticket_events", "ticket_id"))


def upgrade() -> None:
    """Make the change."""
    op.add_column("devices", sa.Column("floor", sa.String(length=32), nullable=False, server_default=NONE))
    op.add_column("devices", sa.Column("branch", sa.String(length=64), nullable=False, server_default=NONE))
    op.add_column("customers", sa.Column("manager_id", sa.String(length=64), nullable=False, server_default=NONE))
    op.add_column("staff", sa.Column("look", sa.JSON(), nullable=False, server_default="{}"))
    for name, kind, default in TICKET:
        op.add_column("help_tickets", sa.Column(name, kind, nullable=False, server_default=default))
    for name in TICKET_TIMES:
        op.add_column("help_tickets", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE help_tickets SET called_from = created_at")
    for table, column in INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.create_table(
        "help_screens",
        sa.Column("ticket_id", sa.String(length=40), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("live", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["help_tickets.id"]),
        sa.PrimaryKeyConstraint("ticket_id"),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("help_screens")
    for table, column in INDEXES:
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
    for name in (*TICKET_TIMES, *(name for name, _, _ in TICKET)):
        op.drop_column("help_tickets", name)
    op.drop_column("staff", "look")
    op.drop_column("customers", "manager_id")
    op.drop_column("devices", "branch")
    op.drop_column("devices", "floor")
