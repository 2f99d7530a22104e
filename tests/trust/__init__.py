"""Figures of trust: what `make trust` measures. Each module with a function `measure` is one part and is found by itself."""
