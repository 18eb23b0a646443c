"""Precision-recall curves and reliability diagrams, as PNG files. Needs matplotlib: `pip install -e .[plots]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def draw(results: dict[str, Any], folder: Path) -> list[Path]:
    """The plots of what was measured.

    Raises:
        ImportError: matplotlib is not installed.
    """
    import matplotlib

    matplotlib.use("Agg")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [_curves(name, r, folder) for name, r in results.items() if name.startswith("corpus")]
    if results.get("pairs"):
        drawn.append(_reliability(results["pairs"], folder))
    return drawn


def _curves(name: str, result: dict[str, Any], folder: Path) -> Path:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 5), layout="constrained")
    lines = {}
    for matcher, points in result["curves"].items():
        (lines[matcher],) = axes.plot([p[0] for p in points], [p[1] for p in points], label=matcher)
    markers = iter("sD^vP*X")
    for matcher, row in result["matchers"].items():
        at = row["pairwise"]
        line = lines.get(matcher)
        style: dict[str, Any] = (
            {"color": line.get_color()} if line else {"label": matcher, "color": "dimgrey", "marker": next(markers)}
        )
        axes.scatter(at["recall"], at["precision"], zorder=3, **style)
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel="recall", ylabel="precision")
    axes.set_title(f"Same event, across documents: ECB+ {result['split']}, {result['gold_pairs']} gold pairs")
    axes.legend(fontsize="small")
    path = folder / f"{name.replace(' ', '_')}_precision_recall.png"
    figure.savefig(path, dpi=120, metadata={"Software": None})
    pyplot.close(figure)
    return path


def _reliability(pairs: dict[str, Any], folder: Path) -> Path:
    from matplotlib import pyplot

    figure, grid = pyplot.subplots(1, len(pairs), figsize=(3.2 * len(pairs), 3.4), layout="constrained", squeeze=False)
    for axes, row in zip(grid[0], pairs.values(), strict=True):
        axes.plot([0, 1], [0, 1], linestyle="--", color="grey")
        axes.plot([p for p, _, _ in row["reliability"]], [seen for _, seen, _ in row["reliability"]], marker="o")
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="predicted", ylabel="observed")
        axes.set_title(f"{row['file']}\nn = {row['n']}, ECE {row['calibration_error']:.3f}", fontsize="small")
    path = folder / "pairs_reliability.png"
    figure.savefig(path, dpi=120, metadata={"Software": None})
    pyplot.close(figure)
    return path
