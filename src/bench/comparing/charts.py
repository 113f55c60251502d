"""Charts as SVG, legible on light and dark pages."""

import math
from html import escape

_STYLE = """
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600 }
    .small { font-size: 11px; fill: #59636e }
    .grid { stroke: #d1d9e0 }
    .ours { fill: #0969da; stroke: #0969da }
    .peer { fill: #9198a1; stroke: #9198a1 }
    .line { fill: none; stroke-width: 2 }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .small { fill: #9198a1 }
      .grid { stroke: #3d444d }
      .ours { fill: #4493f8; stroke: #4493f8 }
      .peer { fill: #656c76; stroke: #656c76 }
    }"""


def _svg(width, height, what, content):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(what)}">\n  <style>{_STYLE}\n  </style>\n' + "\n".join(content) + "\n</svg>\n"
    )


def _text(x, y, text, style="", anchor="start"):
    return f'  <text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}">{escape(text)}</text>'


def bars(what, groups, names="Tradeoff"):
    """Groups of (title, [(label, value)]), on one logarithmic scale; the labels that begin with `names` stand out."""
    left, right, row, gap = 250, 90, 20, 34
    width = 900
    values = [value for _, lines in groups for _, value in lines]
    low = 10 ** math.floor(math.log10(min(values)))
    high = 10 ** math.ceil(math.log10(max(values)))
    scale = (width - left - right) / math.log10(high / low)
    content, y = [], 10
    bottom = 10 + sum(gap + row * len(lines) for _, lines in groups)
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        x = left + (power - math.log10(low)) * scale
        content.append(f'  <line x1="{x:.1f}" y1="18" x2="{x:.1f}" y2="{bottom}" class="grid"/>')
        content.append(_text(x, bottom + 16, f"{10**power:,}", "small", "middle"))
    for title, lines in groups:
        y += gap
        content.append(_text(10, y - 8, title, "title"))
        for label, value in lines:
            length = math.log10(value / low) * scale
            style = "ours" if label.startswith(names) else "peer"
            content.append(_text(left - 8, y + 13, label, anchor="end"))
            content.append(f'  <rect x="{left}" y="{y + 3}" width="{length:.1f}" height="{row - 6}" class="{style}"/>')
            content.append(_text(left + length + 6, y + 13, f"{value:,.0f}", "small"))
            y += row
    return _svg(width, bottom + 26, what, content)


def curves(what, panels):
    """Panels of (title, unit, [(label, [(x, y)])]), both axes logarithmic."""
    width, height, across = 430, 250, 2
    content = []
    for number, (title, unit, lines) in enumerate(panels):
        left, top = number % across * (width + 20), number // across * (height + 20)
        content += _panel(left, top, width, height, f"{title}, {unit}", lines)
    rows = -(-len(panels) // across)
    return _svg(across * (width + 20), rows * (height + 20), what, content)


def _panel(left, top, width, height, title, lines):
    points = [point for _, line in lines for point in line]
    x_low, x_high = (math.log10(end(x for x, _ in points)) for end in (min, max))
    y_low = math.floor(math.log10(min(y for _, y in points)))
    y_high = max(y_low + 1, math.ceil(math.log10(max(y for _, y in points))))
    inner_left, inner_top, inner_width, inner_height = left + 60, top + 34, width - 170, height - 64

    def place(x, y):
        across = (math.log10(x) - x_low) / ((x_high - x_low) or 1)
        up = (math.log10(y) - y_low) / (y_high - y_low)
        return inner_left + across * inner_width, inner_top + (1 - up) * inner_height

    content = [_text(left + 10, top + 18, title, "title")]
    for power in range(y_low, y_high + 1):
        y = place(10**x_low, 10**power)[1]
        content.append(f'  <line x1="{inner_left}" y1="{y:.1f}" x2="{inner_left + inner_width}" y2="{y:.1f}" class="grid"/>')
        content.append(_text(inner_left - 6, y + 4, f"{10.0**power:,g}", "small", "end"))
    for x in sorted({x for x, _ in points}):
        content.append(_text(place(x, 10**y_low)[0], inner_top + inner_height + 16, f"{x:,}", "small", "middle"))
    labels = []
    for number, (label, line) in enumerate(lines):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line))
        style = "ours" if number == 0 else "peer"
        content.append(f'  <polyline points="{path}" class="line {style}" style="fill: none"/>')
        labels.append((place(*line[-1]), label))
    below = -math.inf
    for (x, y), label in sorted(labels, key=lambda one: one[0][1]):
        below = max(y + 4, below + 13)  # one below the other where lines end together
        content.append(_text(x + 6, below, label, "small"))
    return content
