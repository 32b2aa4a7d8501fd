"""Reads VTODOs with python3-icalendar and writes them again."""

import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
broken = [error for item in calendar.walk() for error in item.errors]
if broken:
    sys.exit(f"not understood: {broken[:3]}")
sys.stdout.buffer.write(calendar.to_ical())
