"use strict";
// Draws the page's charts anew for the width of the screen, and lets the reader hide lines, change axes, read values and sort
// tables. Without it the page shows the same charts and tables, as they were written.
//
// Ticks, numbers and places follow Charts/Ticks.swift, Charts/NumberText.swift and Drawing/ChartLayout.swift.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const spoken = document.getElementById("spoken");
  const root = document.documentElement;

  // --- Elements. Text from records only ever becomes text nodes and attributes.

  const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
  const shape = (name, attributes = {}, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  // --- Numbers

  const minus = (text) => text.replaceAll("-", "−");
  const trimmed = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  function grouped(text) {
    const [whole, rest] = text.replace("-", "").split(".");
    const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return (text.startsWith("-") ? "−" : "") + digits + (rest === undefined ? "" : "." + rest);
  }
  function short(value) {
    if (value === null || Number.isNaN(value)) return "–";
    if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
    if (value === 0) return "0";
    const [digits, power] = value.toExponential(3).split("e");
    const exponent = Number(power);
    if (exponent < -4 || exponent > 5) return minus(trimmed(digits)) + "e" + minus(String(exponent));
    return grouped(trimmed(value.toFixed(Math.max(0, 3 - exponent))));
  }
  const exponentOf = (value) => Math.floor(Math.log10(Math.abs(value) * (1 + 1e-12)));
  function tickText(value, step, largest) {
    if (value === 0) return "0";
    if (largest >= 1e10 || largest < 1e-3) {
      const [digits, power] = value.toExponential(Math.min(20, Math.max(0, exponentOf(value) - step.exponent))).split("e");
      return minus(trimmed(digits)) + "e" + minus(String(Number(power)));
    }
    if (step.exponent >= 3 && largest >= 1e6) return grouped((value / 1e6).toFixed(Math.max(0, 6 - step.exponent))) + "M";
    if (step.exponent >= 3) return grouped((value / 1e3).toFixed(0)) + "k";
    return grouped(value.toFixed(Math.min(100, Math.max(0, -step.exponent))));
  }
  function powerText(digit, exponent) {
    if (exponent >= 0 && exponent <= 3) return grouped(digit + "0".repeat(exponent));
    if (exponent < 0 && exponent >= -3) return "0." + "0".repeat(-exponent - 1) + digit;
    const raised = [...String(exponent)].map((character) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(character)]).join("");
    return (digit === 1 ? "" : digit + "×") + "10" + raised;
  }

  // --- Axes

  const evened = (value, log) => (log ? Math.log10(value) : value);
  const holds = (value, log) => Math.abs(value) <= 1e300 && (!log || value >= 1e-300);

  function linearTicks(low, high, count, rounded) {
    if (!(high - low > Math.max(1e-290, 1e-12 * Math.max(Math.abs(low), Math.abs(high))) && high - low < 1e300)) {
      const middle = Math.abs(low) < 1e300 ? low : 0;
      const room = Math.abs(middle) < 1e-280 ? 1 : Math.abs(middle) / 2;
      return linearTicks(middle - room, middle + room, count, rounded);
    }
    const rough = (high - low) / count;
    const power = Math.floor(Math.log10(rough));
    const digit = [1, 2, 5].find((digit) => digit >= (rough / 10 ** power) * (1 - 1e-9));
    const step = digit ? { digit, exponent: power } : { digit: 1, exponent: power + 1 };
    const size = step.digit * 10 ** step.exponent;
    const times = (n) => (step.exponent >= 0 ? n * size : (n * step.digit) / 10 ** -step.exponent);
    const first = rounded ? Math.floor(low / size + 1e-9) : Math.ceil(low / size - 1e-9);
    const last = rounded ? Math.ceil(high / size - 1e-9) : Math.floor(high / size + 1e-9);
    const range = rounded ? [Math.min(low, times(first)), Math.max(high, times(last))] : [low, high];
    const largest = Math.max(Math.abs(range[0]), Math.abs(range[1]));
    const ticks = [];
    for (let n = first, left = 100; n <= last && left > 0; n += 1, left -= 1) {
      ticks.push({ value: times(n), label: tickText(times(n), step, largest) });
    }
    return { range, ticks };
  }

  function logTicks(low, high, count, rounded) {
    if (!(low >= 1e-300 && high >= low && high <= 1e300)) return logTicks(1, 10, count, rounded);
    if (!(high > low * (1 + 1e-9))) return logTicks(low / 2, high * 2, count, rounded);
    const [lowPower, highPower] = [Math.log10(low), Math.log10(high)];
    const decades = highPower - lowPower;
    const room = rounded ? 0.04 * decades : 0;
    const [lowEnd, highEnd] = [Math.max(lowPower - room, -300), Math.min(highPower + room, 300)];
    const range = [10 ** lowEnd, 10 ** highEnd];
    if (decades < 0.7) {
      const even = linearTicks(range[0], range[1], count, false);
      return { range, ticks: even.ticks.filter((tick) => tick.value > 0) };
    }
    const digits = 3 * decades <= count + 2 ? [1, 2, 5] : 2 * decades <= count + 1 ? [1, 3] : [1];
    const stride = Math.max(1, Math.floor((Math.ceil(decades) + count - 1) / count));
    const ticks = [];
    for (let power = Math.floor(lowEnd); power <= Math.ceil(highEnd); power += 1) {
      if (power % stride !== 0) continue;
      for (const digit of digits) {
        const value = power >= 0 ? digit * 10 ** power : digit / 10 ** -power;
        if (value < range[0] * (1 - 1e-9) || value > range[1] * (1 + 1e-9)) continue;
        ticks.push({ value, label: powerText(digit, power) });
      }
    }
    return { range, ticks };
  }

  const makeTicks = (log, low, high, count, rounded) =>
    log ? logTicks(low, high, Math.max(2, count), rounded) : linearTicks(low, high, Math.max(1, count), rounded);

  function rangeOf(values, log) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      if (!holds(value, log)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return low <= high ? [low, high] : log ? [1, 10] : [0, 1];
  }

  // --- A chart

  // JSON has no infinite numbers: a band without a bound has a word there.
  const bound = (value) => (value === "infinite" ? Infinity : value === null ? NaN : value);
  for (const chart of data.charts) {
    for (const line of chart.series) {
      line.y = line.y.map(bound);
      line.x = line.x.map(bound);
      if (line.low) [line.low, line.high] = [line.low.map(bound), line.high.map(bound)];
    }
  }

  const classes = (style) => `c${style % data.styles} d${Math.floor(style / 4) % data.dashes}`;
  const mark = (style, x, y) =>
    shape("path", {
      class: `mark ${classes(style)}`,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(3.4)`,
      d: data.markers[style % data.markers.length],
    });

  const canBeSmoothed = (line) => !line.stepped && line.x.length > 100;

  // The exponential mean over about a fiftieth of a line, corrected for its beginning.
  function smoothed(ys) {
    const decay = 1 - 1 / Math.max(4, ys.length / 50);
    let [sum, weight] = [0, 0];
    return ys.map((y) => {
      if (!Number.isFinite(y)) return y;
      sum = decay * sum + (1 - decay) * y;
      weight = decay * weight + (1 - decay);
      return sum / weight;
    });
  }

  class Chart {
    constructor(figure, model, hidden) {
      this.figure = figure;
      this.model = model;
      this.hidden = hidden;
      this.canvas = figure.querySelector(".canvas");
      this.log = { x: model.x.log, y: model.y.log };
      this.smooth = model.smooths;
      this.tip = element("div", { class: "tip", hidden: "" });
      this.canvas.append(this.tip);
      this.addTools();
      this.addValues();
      new ResizeObserver(() => this.draw()).observe(this.canvas);
      this.draw();
    }

    smooths(line) {
      return this.smooth && canBeSmoothed(line);
    }

    get shown() {
      return this.model.series.filter((line) => !this.hidden.has(line.name));
    }

    addTools() {
      const tools = element("div", { class: "tools" });
      for (const axis of this.model.contours ? [] : ["y", "x"]) {
        const values = this.model.series.flatMap((line) => line[axis]).filter(Number.isFinite);
        if (!values.some((value) => value > 0)) continue;
        const button = element("button", { type: "button", "data-axis": axis, "aria-pressed": this.log[axis] }, `log ${axis}`);
        button.setAttribute("aria-label", `Logarithmic ${axis} axis of ${this.model.title}`);
        button.addEventListener("click", () => {
          this.log[axis] = !this.log[axis];
          button.setAttribute("aria-pressed", this.log[axis]);
          this.draw();
        });
        tools.append(button);
      }
      if (!this.model.contours && this.model.series.some(canBeSmoothed)) {
        const button = element("button", { type: "button", "aria-pressed": this.smooth, "aria-label": `Smooth the lines of ${this.model.title}` }, "smooth");
        button.addEventListener("click", () => {
          this.smooth = !this.smooth;
          button.setAttribute("aria-pressed", this.smooth);
          this.draw();
        });
        tools.append(button);
      }
      const save = element("button", { type: "button", "aria-label": `Save the values of ${this.model.title} as CSV` }, "CSV");
      save.addEventListener("click", () => this.save());
      tools.append(save);
      this.figure.querySelector("figcaption").after(tools);
    }

    // The values as a table, made when it is opened.
    addValues() {
      const details = element("details", { class: "values" }, element("summary", {}, "Values"));
      details.addEventListener("toggle", () => {
        if (!details.open || details.querySelector("table")) return;
        const rows = this.rows().map(([name, x, y, low, high]) => {
          const cells = [x, y, low, high].map((value) => element("td", { class: "number" }, value === undefined ? "" : String(value)));
          return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
        });
        const heads = ["line", this.model.x.label, this.model.y.label, "low", "high"];
        const head = element("tr", {}, ...heads.map((text, i) => element("th", { scope: "col", class: i ? "number" : "" }, text)));
        const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
        details.append(element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Values of ${this.model.title}` }, table));
      });
      this.figure.append(details);
    }

    rows() {
      return this.model.series.flatMap((line) =>
        line.x.map((x, i) => (line.low ? [line.name, x, line.y[i], line.low[i], line.high[i]] : [line.name, x, line.y[i]])),
      );
    }

    save() {
      // A spreadsheet runs what begins like a formula: such names get an apostrophe.
      const quoted = (text) => `"${String(text).replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
      const head = ["line", this.model.x.label, this.model.y.label, "low", "high"].map(quoted).join(",");
      const body = this.rows().map(([name, ...numbers]) => [quoted(name), ...numbers].join(","));
      const link = element("a", { download: `${this.model.name}.csv` });
      link.href = URL.createObjectURL(new Blob([[head, ...body].join("\r\n") + "\r\n"], { type: "text/csv" }));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }

    layout(width) {
      const { model, shown } = this;
      const contours = model.contours;
      const lines = shown.length ? shown : model.series;
      const xs = lines.flatMap((line) => line.x).concat(model.x.included);
      const ys = lines.flatMap((line) => line.y).concat(model.y.included);
      const seen = rangeOf(ys, this.log.y);
      const [floor, ceiling] = ys.some((y) => holds(y, this.log.y)) ? [seen[0] / 10, seen[1] * 10] : [0, 0];
      for (const line of lines) {
        for (const value of line.low ? line.low.concat(line.high) : []) {
          if (value >= (floor > 0 ? floor : -Infinity) && value <= (ceiling > 0 ? ceiling : Infinity)) ys.push(value);
        }
      }
      const xLog = !contours && this.log.x && xs.some((value) => holds(value, true));
      const yLog = !contours && this.log.y && ys.some((value) => holds(value, true));
      const xRange = contours ? contours.x : rangeOf(xs, xLog);
      const yRange = contours ? contours.y : rangeOf(ys, yLog);
      let height = Math.round(Math.min(360, Math.max(250, width * 0.571)));
      if (contours) {
        const ratio = (yRange[1] - yRange[0]) / (xRange[1] - xRange[0]);
        height = 72 + (width - 60) * Math.min(Math.max(ratio, 0.5), 1.1);
      }
      const [top, right, bottom] = [30, width - 14, height - 42];
      const y = makeTicks(yLog, yRange[0], yRange[1], Math.floor((bottom - top) / 48), !contours);
      const left = 14 + 6.7 * Math.max(1, ...y.ticks.map((tick) => tick.label.length));
      const x = makeTicks(xLog, xRange[0], xRange[1], Math.floor((right - left) / 74), false);
      const place = (value, ticks, log) =>
        (evened(value, log) - evened(ticks.range[0], log)) / (evened(ticks.range[1], log) - evened(ticks.range[0], log));
      return {
        width, height, left, right, top, bottom, xLog, yLog, x, y,
        across: (value) => left + (right - left) * place(value, x, xLog),
        up: (value) => bottom - (bottom - top) * place(value, y, yLog),
        bound: (value) => {
          if (!holds(value, yLog)) return value > 0 ? top : bottom;
          return Math.min(Math.max(bottom - (bottom - top) * place(value, y, yLog), top), bottom);
        },
        holds: (a, b) => holds(a, xLog) && holds(b, yLog),
      };
    }

    draw() {
      const width = Math.floor(this.canvas.clientWidth);
      if (width < 40) return;
      const l = (this.at = this.layout(width));
      this.found = null;
      const svg = shape("svg", {
        class: "plot", viewBox: `0 0 ${l.width} ${l.height}`, height: l.height, role: "img", "aria-label": this.summary(),
      });
      if (!this.model.contours) {
        fill(svg, { tabindex: "0", "aria-roledescription": "chart; arrow keys read the values" }, []);
      }
      const text = (x, y, anchor, label) => shape("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor }, label);
      const rule = (kind, y) => shape("line", { class: kind, x1: l.left, x2: l.right, y1: y.toFixed(1), y2: y.toFixed(1) });
      for (const tick of l.y.ticks) {
        if (!this.model.contours) svg.append(rule("grid", l.up(tick.value)));
        svg.append(text(l.left - 8, l.up(tick.value) + 4, "end", tick.label));
      }
      for (const tick of l.x.ticks) svg.append(text(l.across(tick.value), l.bottom + 18, "middle", tick.label));
      svg.append(
        rule("axis", l.bottom), text(l.left, l.top - 14, "start", `↑ ${this.model.y.label}`),
        text(l.right, l.bottom + 36, "end", `${this.model.x.label} →`),
      );
      if (this.model.contours) this.drawContours(svg, l);
      for (const line of this.shown) if (line.low) svg.append(...this.bands(line, l));
      const box = { x: l.left, y: l.top, width: l.right - l.left, height: l.bottom - l.top };
      const inner = this.model.contours
        ? shape("svg", { ...box, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}` })
        : svg;
      for (const line of this.shown) {
        const path = this.line(line, line.y, l);
        inner.append(path);
        if (!this.smooths(line)) continue;
        path.classList.add("faint");
        inner.append(this.line(line, smoothed(line.y), l));
      }
      if (inner !== svg) svg.append(inner);
      for (const line of this.shown) svg.append(...this.marks(line, l));
      this.cursor = shape("g");
      svg.append(this.cursor);
      const old = this.canvas.querySelector("svg.plot");
      const hadFocus = document.activeElement === old;
      old.replaceWith(svg);
      if (hadFocus) svg.focus();
      svg.addEventListener("pointermove", (event) => this.point(event));
      svg.addEventListener("pointerdown", (event) => this.point(event));
      svg.addEventListener("pointerleave", () => this.leave());
      svg.addEventListener("blur", () => this.leave());
      svg.addEventListener("keydown", (event) => this.key(event));
      this.leave();
    }

    summary() {
      const ends = this.shown.slice(0, 8).map((line) => {
        const last = line.y.findLast(Number.isFinite);
        return last === undefined ? `${line.name} has no values` : `${line.name} ends at ${short(last)}`;
      });
      return `${this.model.title}. ${this.model.y.label} over ${this.model.x.label}: ${ends.join("; ")}.`;
    }

    drawContours(svg, l) {
      for (const rings of this.model.contours.levels) {
        let outline = "";
        for (const ring of rings) {
          for (let i = 0; i < ring.length; i += 2) {
            outline += `${i ? "L" : "M"}${l.across(ring[i]).toFixed(1)} ${l.up(ring[i + 1]).toFixed(1)}`;
          }
          outline += "Z";
        }
        svg.append(shape("path", { class: "region", d: outline }), shape("path", { class: "level", d: outline }));
      }
      for (const [a, b] of this.model.contours.minima) {
        const [x, y] = [l.across(a), l.up(b)];
        if (x < l.left || x > l.right || y < l.top || y > l.bottom) continue;
        svg.append(shape("path", { class: "axis", d: `M${x - 5} ${y}H${x + 5}M${x} ${y - 5}V${y + 5}` }));
      }
    }

    line(line, ys, l) {
      let path = "";
      let last = null;
      for (let i = 0; i < line.x.length; i += 1) {
        if (!l.holds(line.x[i], ys[i])) {
          last = null;
          continue;
        }
        const [x, y] = [l.across(line.x[i]).toFixed(1), l.up(ys[i]).toFixed(1)];
        if (last === null) path += `M${x} ${y}`;
        else path += (line.stepped ? `L${x} ${last}` : "") + `L${x} ${y}`;
        last = y;
      }
      return shape("path", { class: `line ${classes(line.style)}`, d: path });
    }

    // What has no end above is drawn apart, and fainter.
    bands(line, l) {
      return [false, true].map((open) => {
        let path = "";
        let [out, back] = [[], []];
        const end = () => {
          if (out.length > 1) path += "M" + out.concat(back.reverse()).join("L") + "Z";
          [out, back] = [[], []];
        };
        for (let i = 0; i < line.x.length; i += 1) {
          const isOpen = line.high[i] === Infinity;
          if (isOpen !== open || !l.holds(line.x[i], line.y[i]) || Number.isNaN(line.low[i]) || Number.isNaN(line.high[i])) {
            end();
            continue;
          }
          const x = l.across(line.x[i]).toFixed(1);
          out.push(`${x} ${l.bound(line.high[i]).toFixed(1)}`);
          back.push(`${x} ${l.bound(line.low[i]).toFixed(1)}`);
        }
        end();
        return path ? shape("path", { class: `band ${open ? "open " : ""}${classes(line.style)}`, d: path }) : "";
      }).filter(Boolean);
    }

    marks(line, l) {
      const places = [];
      const ys = this.smooths(line) ? smoothed(line.y) : line.y;
      for (let i = 0; i < line.x.length; i += 1) {
        if (!l.holds(line.x[i], ys[i])) continue;
        const [x, y] = [l.across(line.x[i]), l.up(ys[i])];
        if (x >= l.left - 1 && x <= l.right + 1 && y >= l.top - 1 && y <= l.bottom + 1) places.push([x, y]);
      }
      let chosen = [];
      if (this.model.contours) chosen = places.slice(-1);
      else if (this.model.marksPoints && places.length <= 60) chosen = places;
      else {
        let next = l.left + 24 + ((line.style * 29) % 96);
        for (const place of places) {
          if (place[0] < next) continue;
          chosen.push(place);
          next = place[0] + 96;
        }
        if (!chosen.length) chosen = places.slice(-1);
      }
      return chosen.map(([x, y]) => mark(line.style, x, y));
    }

    // --- Reading values

    // All places that have a value of a line that is shown, in order.
    get stops() {
      if (this.found) return this.found;
      const stops = new Set();
      for (const line of this.shown) line.x.forEach((x, i) => this.at.holds(x, line.y[i]) && stops.add(x));
      return (this.found = [...stops].sort((a, b) => a - b));
    }

    point(event) {
      const box = this.canvas.querySelector("svg.plot").getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      if (this.model.contours) return this.showPath(x, y);
      let nearest = null;
      for (const stop of this.stops) {
        const distance = Math.abs(this.at.across(stop) - x);
        if (nearest === null || distance < nearest.distance) nearest = { stop, distance };
      }
      if (nearest) this.show(nearest.stop);
    }

    key(event) {
      if (event.key === "Escape") return this.leave();
      const moves = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
      if (!(event.key in moves) || this.model.contours) return;
      event.preventDefault();
      const stops = this.stops;
      if (!stops.length) return;
      const from = this.stop === undefined ? (moves[event.key] > 0 ? -1 : stops.length) : stops.indexOf(this.stop);
      const to = Math.min(stops.length - 1, Math.max(0, from + moves[event.key]));
      spoken.textContent = this.show(stops[to]).join("; ");
    }

    // The values at a place, or beside it where a line has none there; a step function keeps its last.
    show(stop) {
      const l = this.at;
      const found = [];
      for (const line of this.shown) {
        let best = null;
        line.x.forEach((x, i) => {
          if (!l.holds(x, line.y[i])) return;
          if (line.stepped && x > stop) return;
          const distance = line.stepped ? stop - x : Math.abs(l.across(x) - l.across(stop));
          if ((line.stepped || distance <= 12) && (best === null || distance < best.distance)) best = { i, distance };
        });
        if (best) found.push({ line, i: best.i });
      }
      found.sort((a, b) => b.line.y[b.i] - a.line.y[a.i]);
      const x = l.across(stop);
      this.cursor.replaceChildren(
        shape("line", { class: "hair", x1: x, x2: x, y1: l.top, y2: l.bottom }),
        ...found.map(({ line, i }) =>
          shape("circle", { class: `dot c${line.style % data.styles}`, r: 4, cx: line.stepped ? x : l.across(line.x[i]), cy: l.up(line.y[i]) }),
        ),
      );
      this.stop = stop;
      const rows = found.slice(0, 14).map(({ line, i }) => ({ line, text: short(line.y[i]), more: line.low && line.low[i] !== line.high[i] ? `${short(line.low[i])} to ${short(line.high[i])}` : "" }));
      this.tell(`${this.model.x.label} ${short(stop)}`, rows, found.length - rows.length, x, l.top);
      return [`${this.model.x.label} ${short(stop)}`, ...rows.map((row) => `${row.line.name} ${row.text} ${row.more}`)];
    }

    // The point of a path in the plane that is nearest to the pointer.
    showPath(x, y) {
      const l = this.at;
      let best = null;
      for (const line of this.shown) {
        line.x.forEach((a, i) => {
          if (!l.holds(a, line.y[i])) return;
          const distance = Math.hypot(l.across(a) - x, l.up(line.y[i]) - y);
          if (distance < 30 && (best === null || distance < best.distance)) best = { line, i, distance };
        });
      }
      if (!best) return this.leave();
      const { line, i } = best;
      const [cx, cy] = [l.across(line.x[i]), l.up(line.y[i])];
      this.cursor.replaceChildren(shape("circle", { class: `dot c${line.style % data.styles}`, r: 4.5, cx, cy }));
      this.tell(`point ${i} of ${line.x.length - 1}`, [{ line, text: `(${short(line.x[i])}, ${short(line.y[i])})`, more: "" }], 0, cx, cy);
    }

    tell(heading, rows, left, x, y) {
      const swatch = (style) =>
        shape("svg", { class: "swatch", width: 26, height: 12, viewBox: "0 0 26 12" },
          shape("path", { class: `line ${classes(style)}`, d: "M0 6H26" }), mark(style, 13, 6));
      const body = rows.map(({ line, text, more }) =>
        element("tr", {}, element("td", {}, swatch(line.style)), element("td", {}, line.name), element("td", {}, element("b", {}, text)),
          ...(more ? [element("td", { class: "soft" }, more)] : [])));
      this.tip.replaceChildren(element("div", { class: "soft" }, heading), element("table", {}, element("tbody", {}, ...body)));
      if (left > 0) this.tip.append(element("div", { class: "soft" }, `and ${left} more`));
      this.tip.hidden = false;
      // Beside the line, on the side that has room, and never outside of the chart.
      const room = this.canvas.clientWidth;
      this.tip.style.maxWidth = `${Math.min(360, room)}px`;
      const size = this.tip.offsetWidth;
      const wanted = x + 14 + size <= room ? x + 14 : x - 14 - size;
      this.tip.style.left = `${Math.max(0, Math.min(room - size, wanted))}px`;
      this.tip.style.top = `${Math.max(0, y)}px`;
    }

    leave() {
      this.tip.hidden = true;
      this.stop = undefined;
      this.cursor.replaceChildren();
    }
  }

  // --- A section: one legend for its charts

  for (const section of document.querySelectorAll("section")) {
    const hidden = new Set();
    section.classList.add("live");
    const charts = [...section.querySelectorAll(":scope > .charts > .chart")].map(
      (figure) => new Chart(figure, data.charts[Number(figure.dataset.chart)], hidden),
    );
    const entries = [...section.querySelectorAll(":scope > .legend > li")];
    const buttons = entries.map((entry) => {
      const button = element("button", { type: "button", "aria-pressed": "true", title: "Click: hide or show. Double click: only this one." });
      button.append(...entry.childNodes);
      entry.append(button);
      return button;
    });
    const refresh = () => {
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", !hidden.has(entries[i].dataset.series)));
      charts.forEach((chart) => chart.draw());
    };
    buttons.forEach((button, i) => {
      const name = entries[i].dataset.series;
      button.addEventListener("click", () => {
        if (!hidden.delete(name)) hidden.add(name);
        refresh();
      });
      button.addEventListener("dblclick", () => {
        const others = entries.map((entry) => entry.dataset.series).filter((other) => other !== name);
        const isAlone = others.every((other) => hidden.has(other));
        hidden.clear();
        if (!isAlone) others.forEach((other) => hidden.add(other));
        refresh();
      });
    });
  }

  // --- Tables

  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const original = [...body.rows];
    if (original.length < 2) continue;
    const key = (row, column) => {
      const cell = row.cells[column];
      if (cell.dataset.value !== undefined) return cell.dataset.value === "" ? null : Number(cell.dataset.value);
      const text = cell.textContent.trim();
      return text === "" || text === "–" ? null : text;
    };
    heads.forEach((head, column) => {
      const button = element("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Up, down, and back as it was.
        const now = head.getAttribute("aria-sort");
        const next = now === null ? "ascending" : now === "ascending" ? "descending" : null;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        const rows = original.map((row, place) => ({ row, place, key: key(row, column) }));
        if (next) {
          rows.sort((a, b) => {
            // What has no value comes last either way.
            if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
            if (typeof a.key === "number" && typeof b.key === "number") {
              return (a.key === b.key ? 0 : sign * (a.key < b.key ? -1 : 1)) || a.place - b.place;
            }
            return sign * String(a.key).localeCompare(String(b.key), "en", { numeric: true }) || a.place - b.place;
          });
        }
        body.append(...rows.map((entry) => entry.row));
      });
    });
  }

  // --- Commands

  for (const command of document.querySelectorAll(".command")) {
    const button = element("button", { type: "button", "aria-label": "Copy this command" }, "Copy");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(command.querySelector("pre").textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(command.querySelector("pre"));
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    command.append(button);
  }

  // --- Colors

  const theme = document.querySelector(".theme");
  theme.hidden = false;
  // A page that was opened from a file may have no storage.
  const remembered = (() => {
    try {
      return localStorage.getItem("glissade-theme");
    } catch {
      return null;
    }
  })();
  const choose = (name) => {
    if (name === "light" || name === "dark") root.dataset.theme = name;
    else delete root.dataset.theme;
  };
  for (const input of theme.querySelectorAll("input")) {
    if (input.value === remembered) {
      input.checked = true;
      choose(remembered);
    }
    input.addEventListener("change", () => {
      choose(input.value);
      try {
        localStorage.setItem("glissade-theme", input.value);
      } catch {
        // It holds for this visit.
      }
    });
  }
})();
