"""Tries a page of `glissade report` in a browser. Usage: check_page.py BROWSER PAGE RUNS SVGS HOSTILE PICTURES

RUNS holds the folders of the runs, SVGS the page's charts as files; HOSTILE is a page whose record
has markup in its texts. Pictures of the page are left in PICTURES.
"""
import glob
import json
import os
import re
import statistics
import sys
import xml.dom.minidom

from browser import Browser

failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print(f"check-report: {what}", file=sys.stderr)


def read_runs(folder):
    """Each run's configuration, curves over steps, and result."""
    runs = []
    for path in sorted(glob.glob(f"{folder}/*/events.jsonl")):
        run = {"curves": {}, "finished": None}
        for line in open(path, encoding="utf-8"):
            if not line.endswith("\n"):
                continue
            value = json.loads(line)
            if value["event"] == "started":
                run["started"] = value
            elif value["event"] == "finished":
                run["finished"] = value
            elif value["event"] == "epoch":
                for name, number in value.items():
                    if isinstance(number, (int, float)):
                        run["curves"].setdefault(name, []).append((value["step"], number))
        runs.append(run)
    return runs


def short(value):
    """A number as the page writes it."""
    if value == 0:
        return "0"
    digits, power = f"{value:.3e}".split("e")
    exponent = int(power)
    if exponent < -4 or exponent > 5:
        mantissa = digits.rstrip("0").rstrip(".")
        return f"{mantissa}e{exponent}".replace("-", "−")
    text = f"{value:,.{max(0, 3 - exponent)}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


LABELS = """[...document.querySelectorAll(".chart")].map(figure => ({
  name: figure.id,
  texts: [...figure.querySelectorAll("svg.plot text")].map(node => node.textContent).sort(),
  paths: [...figure.querySelectorAll("svg.plot path")].map(node =>
    node.getAttribute("class") + " " + node.getAttribute("d") + " " + (node.getAttribute("transform") || "")).sort(),
}))"""


def numbers(text):
    return [float(number) for number in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", text)]


def words(text):
    return re.sub(r"-?\d*\.?\d+(?:e-?\d+)?", "#", text).replace(" ", "")


def check_drawings(browser, page):
    """With and without scripts, the page draws the same, to a tenth of a pixel."""
    browser.open(page, 1280, 900, scripts=False)
    written = browser.evaluate(LABELS)
    check(len(written) > 3, "the page has no charts without scripts")
    browser.open(page, 1280, 900)
    browser.evaluate("""document.querySelectorAll(".canvas").forEach(canvas => canvas.style.width = "560px")""")
    browser.settle()
    browser.settle()
    drawn = browser.evaluate(LABELS)
    for one, other in zip(written, drawn):
        name = one["name"]
        check(one["texts"] == other["texts"], f"{name}: labels {one['texts']} become {other['texts']}")
        check(len(one["paths"]) == len(other["paths"]), f"{name}: {len(one['paths'])} paths become {len(other['paths'])}")
        for a, b in zip(one["paths"], other["paths"]):
            same = words(a) == words(b) and len(numbers(a)) == len(numbers(b)) and all(
                abs(x - y) <= 0.11 for x, y in zip(numbers(a), numbers(b)))
            if not same:
                check(False, f"{name}: a path differs:\n  {a[:300]}\n  {b[:300]}")
                break


def check_numbers(browser, runs):
    """The page's data and tables have the numbers of the records."""
    data = browser.evaluate("JSON.parse(document.getElementById('data').textContent)")
    charts = {chart["name"]: chart for chart in data["charts"]}
    groups = {}
    for run in runs:
        started = run["started"]
        groups.setdefault((started["optimizer"], started["learningRate"]), []).append(run)
    for name, curve in (("train-loss", "trainLoss"), ("test-accuracy", "testAccuracy"), ("gradient-norm", "gradientNorm")):
        series = charts[name]["series"]
        for (optimizer, rate), members in groups.items():
            if not all(run["finished"] for run in members):
                continue
            of_group = [line for line in series if line["name"].startswith(optimizer) and (
                f"lr {short(rate)}" in line["name"])]
            check(len(of_group) == 1, f"{name} has {len(of_group)} lines of {optimizer} at {rate}")
            for line in of_group:
                steps = [step for step, _ in members[0]["curves"][curve]]
                values = [[value for _, value in run["curves"][curve]] for run in members]
                check(line["x"] == steps, f"{name}: steps {line['x']}, recorded {steps}")
                medians = [statistics.median(column) for column in zip(*values)]
                check(line["y"] == medians, f"{name} of {line['name']}: {line['y']}, recorded {medians}")
                check(line["low"] == [min(column) for column in zip(*values)], f"{name}: the band's low end is not the least")
                check(line["high"] == [max(column) for column in zip(*values)], f"{name}: the band's high end is not the greatest")
    heads = browser.evaluate("""[...document.querySelectorAll("section table thead")][0].innerText.split("\\t").map(t => t.trim())""")
    rows = browser.evaluate("""[...document.querySelectorAll("section table tbody")][0].rows.length""")
    check(rows == len(runs), f"the table has {rows} rows for {len(runs)} runs")
    cells = browser.evaluate("""[...[...document.querySelectorAll("section table tbody")][0].rows].map(row =>
        [...row.cells].map(cell => [cell.textContent.trim(), cell.dataset.value ?? null]))""")
    accuracy, loss, hashes = heads.index("test accuracy"), heads.index("test loss"), heads.index("parameters")
    by_hash = {run["finished"]["parametersHash"]: run["finished"] for run in runs if run["finished"]}
    found = 0
    for row in cells:
        finished = by_hash.get(row[hashes][0])
        if finished is None:
            continue
        found += 1
        check(row[accuracy][0] == f"{100 * finished['testAccuracy']:.1f}\u00a0%", f"accuracy {row[accuracy]}: {finished}")
        check(float(row[accuracy][1]) == finished["testAccuracy"], f"accuracy {row[accuracy]}: {finished}")
        check(float(row[loss][1]) == finished["testLoss"], f"loss {row[loss]}: {finished}")
        shown = float(row[loss][0].replace(",", ""))
        check(abs(shown - finished["testLoss"]) <= 0.005 * finished["testLoss"], f"loss {row[loss]}: {finished}")
    check(found == len(by_hash), f"{found} of {len(by_hash)} finished runs stand in the table")


def check_hover(browser):
    """The pointer reads the values of the data, and so do the arrow keys."""
    browser.evaluate("""document.querySelector("#chart-train-loss").scrollIntoView({block: "center", behavior: "instant"})""")
    chart = browser.evaluate("JSON.parse(document.getElementById('data').textContent).charts.find(c => c.name === 'train-loss')")
    box = browser.evaluate("""(() => { const b = document.querySelector("#chart-train-loss svg.plot").getBoundingClientRect();
        return [b.x, b.y, b.width, b.height] })()""")
    browser.mouse("mouseMoved", box[0] + box[2] - 15, box[1] + box[3] / 2)
    browser.settle()
    text = browser.evaluate("""(() => { const tip = document.querySelector("#chart-train-loss .tip");
        return tip.hidden ? "" : tip.innerText })()""")
    last = max(x for line in chart["series"] for x, y in zip(line["x"], line["y"]) if y is not None)
    check(f"step {short(last)}" in text, f"the pointer at the end reads: {text!r}")
    for line in chart["series"]:
        if last in line["x"] and line["y"][line["x"].index(last)] is not None:
            value = short(line["y"][line["x"].index(last)])
            check(line["name"] in text and value in text, f"{line['name']} {value} is not read: {text!r}")
    right = browser.evaluate("""document.querySelector("#chart-train-loss .tip").getBoundingClientRect().right - innerWidth""")
    check(right <= 0, f"what the pointer reads is {right} pixels outside of the page")
    browser.evaluate("""document.querySelector("#chart-train-loss svg.plot").focus()""")
    browser.key("Home")
    first = browser.evaluate("document.getElementById('spoken').textContent")
    browser.key("ArrowRight")
    second = browser.evaluate("document.getElementById('spoken').textContent")
    check(first and second and first != second, f"the arrow keys read {first!r}, then {second!r}")
    browser.key("Escape")
    check(browser.evaluate("""document.querySelector("#chart-train-loss .tip").hidden"""), "Escape does not end reading")


def check_toggles(browser):
    """Lines can be hidden, axes changed, values listed."""
    lines = """document.querySelectorAll("#chart-train-loss svg.plot .line").length"""
    section = "section:has(#chart-train-loss)"
    before = browser.evaluate(lines)
    browser.click(f"{section} .legend button")
    check(browser.evaluate(lines) == before - 1, "a click on a name does not hide its line")
    pressed = f"""document.querySelector("{section} .legend button").getAttribute("aria-pressed")"""
    check(browser.evaluate(pressed) == "false", "a hidden line's button is still pressed")
    browser.click(f"{section} .legend button")
    check(browser.evaluate(lines) == before, "a second click does not show the line again")
    for axis in ("y", "x"):
        labels = """[...document.querySelectorAll("#chart-train-loss svg.plot text")].map(t => t.textContent).join(" ")"""
        path = """document.querySelector("#chart-train-loss svg.plot .line").getAttribute("d")"""
        was = browser.evaluate(labels), browser.evaluate(path)
        browser.click(f"#chart-train-loss .tools [data-axis={axis}]")
        now = browser.evaluate(labels), browser.evaluate(path)
        check(was[1] != now[1], f"'log {axis}' changes nothing")
        check("NaN" not in now[1] and "Infinity" not in now[1], f"'log {axis}' draws {now[1][:80]}")
        browser.click(f"#chart-train-loss .tools [data-axis={axis}]")
        check((browser.evaluate(labels), browser.evaluate(path)) == was, f"'log {axis}' twice is not as before")
    browser.click("#chart-train-loss summary")
    rows = browser.evaluate("""document.querySelectorAll("#chart-train-loss .values tbody tr").length""")
    check(rows > 4, f"the table of values has {rows} rows")
    browser.click("#chart-train-loss summary")


def check_sorting(browser):
    """A click on a heading sorts, another turns it around."""
    heads = browser.evaluate("""[...document.querySelectorAll("section table")][0].tHead.innerText.split("\\t").map(t => t.trim())""")
    for title in ("test accuracy", "test loss", "training loss"):
        column = heads.index(title)
        values = f"""[...[...document.querySelectorAll("section table")][0].tBodies[0].rows].map(row =>
            row.cells[{column}].dataset.value ?? row.cells[{column}].textContent)"""
        button = f"section table thead th:nth-child({column + 1}) button"
        for direction in ("ascending", "descending"):
            browser.click(button)
            state = browser.evaluate(f"""document.querySelector("{button}").parentElement.getAttribute("aria-sort")""")
            check(state == direction, f"sorted by {title}: aria-sort is {state}")
            shown = browser.evaluate(values)
            shown = [float(value) for value in shown if value not in ("", "–")]
            check(len(shown) > 3, f"sorted by {title}: {len(shown)} values")
            ordered = sorted(shown, reverse=direction == "descending")
            check(shown == ordered, f"sorted by {title}, {direction}: {shown}")
        browser.click(button)


FITTING = """(() => {
  const wide = [...document.querySelectorAll("body *")].filter(node =>
    !node.closest(".scroll table, svg, .hidden, .skip, .theme input, .tip[hidden]") && node.getBoundingClientRect().right > innerWidth + 0.5);
  return [document.documentElement.scrollWidth, innerWidth, wide.slice(0, 5).map(node => node.tagName + "." + node.className)];
})()"""

CONTRASTS = """(() => {
  const channels = color => color.match(/[\\d.]+/g).map(Number);
  const luminance = color => { const [r, g, b] = channels(color).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = node => { for (; node; node = node.parentElement) { const color = getComputedStyle(node).backgroundColor;
    if (channels(color).length === 3 || channels(color)[3] > 0) return color; } return "rgb(255,255,255)"; };
  const low = [];
  for (const node of document.querySelectorAll("p, h1, h2, h3, h4, td, th, li, dt, dd, a, button, label span, pre, small, summary, .plot text")) {
    if (!node.textContent.trim() || node.closest(".skip, .hidden")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [luminance(node.closest("svg") ? style.fill : style.color), luminance(ground(node))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.push(`${node.tagName}.${node.className.baseVal ?? node.className} ${contrast.toFixed(2)}`);
  }
  return [...new Set(low)];
})()"""

NAMES = """[...document.querySelectorAll("button, a, [role=img], [role=region], input")].filter(node =>
  !(node.getAttribute("aria-label") || node.textContent.trim() || node.closest("label"))).map(node => node.outerHTML.slice(0, 120))"""


def check_hostile(browser, page):
    """Texts of a record are texts."""
    browser.open(page, 1280, 900)
    check(browser.evaluate("window.taken") is None, "a text of a record ran as a script")
    check(browser.evaluate("document.querySelectorAll('img').length") == 0, "a text of a record became an element")
    check(browser.evaluate("document.querySelectorAll('.chart svg.plot .line').length") == 2, "a hostile record has no charts")
    browser.click(".chart summary")
    check(browser.complaints() == [], f"hostile record: the console says {browser.complaints()}")


def main():
    program, path, folder, charts, hostile, pictures = sys.argv[1:]
    os.makedirs(pictures, exist_ok=True)
    page = "file://" + os.path.abspath(path)
    runs = read_runs(folder)
    for name in glob.glob(f"{charts}/*.svg"):
        xml.dom.minidom.parse(name)
    browser = Browser(program)
    try:
        check_drawings(browser, page)
        for name, width, dark in (("light", 1280, False), ("dark", 1280, True), ("phone", 375, False)):
            browser.open(page, width, 900 if width > 600 else 812, dark)
            browser.picture(f"{pictures}/{name}.png")
            total, inner, wide = browser.evaluate(FITTING)
            check(total <= inner and not wide, f"{name}: the page is {total} wide on a screen of {inner}: {wide}")
            check(browser.evaluate(CONTRASTS) == [], f"{name}: too little contrast: {browser.evaluate(CONTRASTS)}")
            check(browser.evaluate(NAMES) == [], f"{name}: without a name: {browser.evaluate(NAMES)}")
            if name == "light":
                check_numbers(browser, runs)
                check_toggles(browser)
                check_sorting(browser)
            if name != "dark":
                check_hover(browser)
            check(browser.complaints() == [], f"{name}: the console says {browser.complaints()}")
            others = [url for url in browser.requests() if url != page and not url.startswith("data:")]
            check(others == [], f"{name}: the page loads {others}")
        browser.open(page, 1280, 900)
        ground = "getComputedStyle(document.body).backgroundColor"
        colors = []
        for index in (1, 2, 0):
            browser.click(".theme label", index)
            colors.append(browser.evaluate(ground))
        check(colors[0] == colors[2] != colors[1], f"the colors Light, Dark and Auto are {colors}")
        check(browser.complaints() == [], f"the console says {browser.complaints()}")
        check_hostile(browser, "file://" + os.path.abspath(hostile))
    finally:
        browser.close()
    if failures:
        sys.exit(f"check-report: {len(failures)} failures.")
    print(f"The page of {len(runs)} runs draws, toggles, sorts, fits a phone and shows the numbers of its records.")


main()
