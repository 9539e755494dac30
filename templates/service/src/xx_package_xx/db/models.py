"""All tables in one place, for migrations."""

xx_imports_xx

xx_tables_xx
metadata = Base.metadata
