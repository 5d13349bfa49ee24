"""What the whole check-up asks for: shares and treasury of holdings, what customers told us, risk assessments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    """Make the change."""
    op.add_column("holdings", sa.Column("treasury", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("holdings", sa.Column("equity_share", sa.String(length=16), nullable=False, server_default=""))
    op.add_column("customers", sa.Column("told", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "risk_assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("assessment", sa.JSON(), nullable=False),
        sa.Column("portrait", sa.JSON(), nullable=False),
        sa.Column("read_aloud", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"]),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_risk_assessments_customer_id"), "risk_assessments", ["customer_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_index(op.f("ix_risk_assessments_customer_id"), table_name="risk_assessments")
    op.drop_table("risk_assessments")
    op.drop_column("customers", "told")
    op.drop_column("holdings", "equity_share")
    op.drop_column("holdings", "treasury")
