"""How a typed user calls the module: type checkers read this file, nothing runs it."""

xx_imports_xx
xx_usages_xx
