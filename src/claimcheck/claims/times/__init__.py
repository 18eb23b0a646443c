"""Times in a parsed text as intervals of days, resolved against the publication date; their comparison and display."""

from claimcheck.claims.times.compare import compare_times, format_time
from claimcheck.claims.times.find import find_times, time_ranges

__all__ = ["compare_times", "find_times", "format_time", "time_ranges"]
