"""Records, kind by kind, what DSPy does; see ../generate.py."""
