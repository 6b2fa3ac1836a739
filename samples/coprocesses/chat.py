#!/usr/bin/env python3
"""Answers in a chat while nobody is there: actorterm coprocess start SESSION -- ./chat.py"""

import sys

for line in sys.stdin:
    if line.strip() == "Are you there?":
        print("Yes", flush=True)      # without flush Python keeps it until it has 8 KiB
