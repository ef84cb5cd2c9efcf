/// Windows in a row, all of the same shape: where their inputs are, and how much of the memory around them may be touched.
@frozen public struct WindowRow {
  /// How far each input of a window is from its first.
  public var taps: UnsafePointer<Int>
  /// The number of inputs of a window.
  public var tapCount: Int
  /// From the first input of one window to that of the next.
  public var stride: Int
  /// The number of windows.
  public var count: Int
  /// Elements that may be read from the first window's first input on.
  public var readable: Int
  /// Elements of the result that may be written from the first on: those behind the row will be written later.
  public var writable: Int

  /// A row of windows.
  @_alwaysEmitIntoClient @inline(__always)
  public init(taps: UnsafePointer<Int>, tapCount: Int, stride: Int, count: Int, readable: Int, writable: Int) {
    self.taps = taps
    self.tapCount = tapCount
    self.stride = stride
    self.count = count
    self.readable = readable
    self.writable = writable
  }
}

extension KernelVector {
  /// The largest input of each window, and how far it is from the window's first, as a number; the first of equal ones,
  /// and NaN if there is any.
  @_alwaysEmitIntoClient @inline(__always)
  static func largest(
    _ row: WindowRow, _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>,
    places: UnsafeMutablePointer<Element>
  ) {
    var done = 0
    if row.stride == 1 || row.stride == 2 {
      // What a whole vector of windows may read from its first input on.
      let reach = row.taps[row.tapCount &- 1] &+ row.stride &* width
      while done < row.count && done &* row.stride &+ reach <= row.readable {
        let source = x + done &* row.stride
        var largest = row.stride == 1 ? load(source) : evens(source)
        var place = Self(0)
        var tap = 1
        while tap < row.tapCount {
          let offset = row.taps[tap]
          let value = row.stride == 1 ? load(source + offset) : evens(source + offset)
          let here = Self(Double(offset))
          let isLarger = largest .< value
          place = place.replacing(with: here, where: isLarger).replacing(with: here, where: value.isNaN)
          largest = largest.replacing(with: value, where: isLarger).replacing(with: value, where: value.isNaN)
          tap &+= 1
        }
        if done &+ width <= row.writable {
          largest.store(y + done)
          place.store(places + done)
        } else {
          let rest = row.count &- done
          largest.store(y + done, count: rest)
          place.store(places + done, count: rest)
        }
        done &+= width
      }
    }
    while done < row.count {
      let source = x + done &* row.stride
      var largest = source[0]
      var place = 0
      var tap = 1
      while tap < row.tapCount {
        let value = source[row.taps[tap]]
        if value > largest || value != value {
          largest = value
          place = row.taps[tap]
        }
        tap &+= 1
      }
      y[done] = largest
      places[done] = Element(Double(place))
      done &+= 1
    }
  }

  /// Every second of twice as many elements as a vector has.
  @_alwaysEmitIntoClient @inline(__always) static func evens(_ source: UnsafePointer<Element>) -> Self {
    evens(load(source), load(source + width))
  }
}
