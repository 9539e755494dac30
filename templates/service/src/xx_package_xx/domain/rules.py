"""Limits of fields; each check names the field it refuses."""

xx_imports_xx

xx_constants_xx


xx_rules_xx
