extension Oracle {
  package static func largest<S: Scalar>(
    _ row: WindowRow, _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, places: UnsafeMutablePointer<S>
  ) {
    for window in 0..<row.count {
      let first = x + window * row.stride
      y[window] = first[0]
      places[window] = 0
      for tap in 1..<max(row.tapCount, 1) {
        let value = first[row.taps[tap]]
        guard value > y[window] || value != value else { continue }
        y[window] = value
        places[window] = S(row.taps[tap])
      }
    }
  }
}
