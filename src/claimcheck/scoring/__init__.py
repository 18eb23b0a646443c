"""Scores of comparisons and judgements against labels: B-cubed, average precision, calibration, false alarms."""
