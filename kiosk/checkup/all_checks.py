"""Every check of the method, in the order in which findings are told."""

from __future__ import annotations

from typing import Final

from kiosk.checkup import (
    w01_emergency_money,
    w02_debt_payments,
    w03_solvency,
    w04_costly_debt,
    w05_deposit_insurance,
    w06_savings,
    w07_lasting,
    w08_protection,
    w09_assessment,
    w10_suitability,
    w11_equity,
    w12_one_product,
    w13_one_provider,
    w14_locked,
    w15_maturities,
    w16_foreign,
    w17_costs,
    w18_stress,
)

ALL_CHECKS: Final = (
    w01_emergency_money.check,
    w02_debt_payments.check,
    w03_solvency.check,
    w04_costly_debt.check,
    w05_deposit_insurance.check,
    w06_savings.check,
    w07_lasting.check,
    w08_protection.check,
    w09_assessment.check,
    w10_suitability.check,
    w11_equity.check,
    w12_one_product.check,
    w13_one_provider.check,
    w14_locked.check,
    w15_maturities.check,
    w16_foreign.check,
    w17_costs.check,
    w18_stress.check,
)
