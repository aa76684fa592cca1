"""The chart of a benchmark: one bar a program, wall time beside CPU time, as SVG."""
from html import escape

WIDTH, BAR, GAP, LEFT = 760, 16, 14, 190
COLOURS = {"wall": "#005eb8", "cpu": "#768692"}


def svg(title, lines):
    """`lines`: (name, seconds wall, seconds CPU)."""
    longest = max(max(wall, cpu) for _, wall, cpu in lines)
    scale = (WIDTH - LEFT - 90) / longest
    height = 70 + len(lines) * (2 * BAR + GAP)
    described = "; ".join(f"{name}: {wall:.2f} s wall, {cpu:.2f} s CPU" for name, wall, cpu in lines)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
             'font-family="Arial, sans-serif" font-size="13" role="img">', f"<title>{escape(title)}</title>",
             f"<desc>{escape(described)}</desc>", f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
             f'<text x="12" y="24" font-size="16" font-weight="bold" fill="#212b32">{escape(title)}</text>',
             f'<rect x="{LEFT}" y="36" width="12" height="12" fill="{COLOURS["wall"]}"/>',
             f'<text x="{LEFT + 18}" y="47" fill="#212b32">seconds</text>',
             f'<rect x="{LEFT + 90}" y="36" width="12" height="12" fill="{COLOURS["cpu"]}"/>',
             f'<text x="{LEFT + 108}" y="47" fill="#212b32">seconds of CPU time</text>']
    top = 62
    for name, wall, cpu in lines:
        parts.append(f'<text x="{LEFT - 10}" y="{top + BAR + 4}" text-anchor="end" fill="#212b32">{escape(name)}</text>')
        for number, (kind, seconds) in enumerate((("wall", wall), ("cpu", cpu))):
            y = top + number * BAR
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{max(seconds * scale, 1):.1f}" height="{BAR - 1}" '
                         f'fill="{COLOURS[kind]}"/>')
            parts.append(f'<text x="{LEFT + seconds * scale + 6:.1f}" y="{y + 12}" fill="#212b32">{seconds:.2f}</text>')
        top += 2 * BAR + GAP
    return "\n".join([*parts, "</svg>", ""])
