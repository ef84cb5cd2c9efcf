import GlissadeData

/// What a page's program draws from: the charts as JSON, in an element that browsers do not run.
struct PageData {
  let charts: [Chart]
  let version: String

  /// The text of a `script` element. In JSON, `<` can only stand in strings, where its escape means the same: so no text of a
  /// record can end the element, or begin a comment in it.
  var text: Markup {
    let data = JSONValue.object([
      .init("version", .text(version)),
      .init("styles", .number(Double(SeriesStyle.colors.count))),
      .init("dashes", .number(Double(SeriesStyle.dashes.count))),
      .init("markers", .array(SeriesStyle.markers.map(JSONValue.text))),
      .init("charts", .array(charts.map(\.json))),
    ])
    return Markup(trusted: Self.escaped(data.json))
  }

  static func escaped(_ json: String) -> String {
    var result = ""
    result.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": result += "\\u003c"
      case ">": result += "\\u003e"
      case "&": result += "\\u0026"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Chart {
  var json: JSONValue {
    .object([
      .init("name", .text(name)), .init("title", .text(title)), .init("x", x.json), .init("y", y.json),
      .init("marksPoints", .bool(marksPoints)), .init("smooths", .bool(smooths)),
      .init("series", .array(series.map(\.json))),
      .init("contours", contours?.json ?? .null),
    ])
  }
}

extension Axis {
  fileprivate var json: JSONValue {
    .object([
      .init("label", .text(label)), .init("log", .bool(scale == .logarithmic)),
      .init("included", .array(included.map(JSONValue.number))),
    ])
  }
}

extension Series {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .text(name)), .init("style", .number(Double(style))), .init("stepped", .bool(isStepped)),
      .init("x", .array(points.map { .number($0.x) })), .init("y", .array(points.map { .number($0.y) })),
    ]
    if hasBand {
      members.append(.init("low", .array(points.map { $0.low.map(JSONValue.number) ?? .null })))
      // An infinite bound is not the same as none: the band goes up to the edge.
      members.append(
        .init(
          "high",
          .array(
            points.map { point in
              point.high.map { $0 == .infinity ? .text("infinite") : .number($0) } ?? .null
            })))
    }
    return .object(members)
  }
}

extension Contours {
  fileprivate var json: JSONValue {
    // Four digits of the plane are more than a screen shows.
    func place(_ value: Double, _ range: ClosedRange<Double>) -> JSONValue {
      let grain = (range.upperBound - range.lowerBound) / 10_000
      return .number((value / grain).rounded() * grain)
    }
    let levels = levels.map { level -> JSONValue in
      .array(level.rings.map { ring in .array(ring.flatMap { [place($0.x, x), place($0.y, y)] }) })
    }
    return .object([
      .init("x", .array([.number(x.lowerBound), .number(x.upperBound)])),
      .init("y", .array([.number(y.lowerBound), .number(y.upperBound)])),
      .init("minima", .array(minima.map { .array([.number($0.x), .number($0.y)]) })),
      .init("levels", .array(levels)),
    ])
  }
}
