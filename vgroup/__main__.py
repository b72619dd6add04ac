"""`python -m vgroup` is the `vgroup` command."""

from vgroup.cli import main

main()
