/// Names beside their colors, in a row.
struct Legend {
  /// What one color stands for.
  struct Entry {
    let name: String
    let color: Int
  }

  let entries: [Entry]

  /// Adds the entries to a drawing, from left to right and as many rows as it takes; the result is the height of all rows.
  @discardableResult
  func draw(in drawing: inout Drawing, x: Double, y: Double, width: Double) -> Double {
    let rowHeight = 20.0
    var (left, top) = (x, y)
    for entry in entries {
      // The width of letters is not known here: about 8 pixels each.
      let needed = 18 + 8 * Double(entry.name.count) + 18
      if left > x, left + needed > x + width { (left, top) = (x, top + rowHeight) }
      drawing.box(x: left, y: top + 4, width: 12, height: 12, rounding: 3, style: "c\(entry.color)")
      drawing.text(entry.name, x: left + 18, y: top + 14.5)
      left += needed
    }
    return top - y + rowHeight
  }
}
