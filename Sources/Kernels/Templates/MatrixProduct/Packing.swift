/// Copies of matrix parts in the order in which the tiles read them.
///
/// A panel is `width` rows (of A) or columns (of B): for each k, `width` elements next to one another. Where the matrix
/// ends inside a panel, zeros take the place of what is missing.
@usableFromInline enum Packing<Element: BinaryFloatingPoint & SIMDScalar> {
  /// Packs `count` ≤ `width` vectors that are stored one after another along k, each `stride` from the last.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleave(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    var i = 0
    while i &+ 4 <= count {
      interleaveFour(source + i &* stride, stride: stride, depth: depth, width: width, into: panel + i)
      i &+= 4
    }
    while i < width {
      let row = source + i &* stride
      var k = 0
      while k < depth {
        panel[k &* width &+ i] = i < count ? row[k] : 0
        k &+= 1
      }
      i &+= 1
    }
  }

  /// Packs four vectors, by transposing squares of four by four in registers.
  @_alwaysEmitIntoClient @inline(__always)
  static func interleaveFour(
    _ source: UnsafePointer<Element>, stride: Int, depth: Int, width: Int, into panel: UnsafeMutablePointer<Element>
  ) {
    let rows = UnsafeRawPointer(source)
    let bytes = stride &* MemoryLayout<Element>.stride
    var k = 0
    while k &+ 4 <= depth {
      let place = rows + k &* MemoryLayout<Element>.stride
      let upper = SIMD8(
        lowHalf: place.loadUnaligned(as: SIMD4<Element>.self),
        highHalf: place.loadUnaligned(fromByteOffset: bytes, as: SIMD4<Element>.self))
      let lower = SIMD8(
        lowHalf: place.loadUnaligned(fromByteOffset: 2 &* bytes, as: SIMD4<Element>.self),
        highHalf: place.loadUnaligned(fromByteOffset: 3 &* bytes, as: SIMD4<Element>.self))
      let even = SIMD8(lowHalf: upper.evenHalf, highHalf: lower.evenHalf)
      let odd = SIMD8(lowHalf: upper.oddHalf, highHalf: lower.oddHalf)
      let target = UnsafeMutableRawPointer(panel + k &* width)
      let step = width &* MemoryLayout<Element>.stride
      target.storeBytes(of: even.evenHalf, as: SIMD4<Element>.self)
      target.storeBytes(of: odd.evenHalf, toByteOffset: step, as: SIMD4<Element>.self)
      target.storeBytes(of: even.oddHalf, toByteOffset: 2 &* step, as: SIMD4<Element>.self)
      target.storeBytes(of: odd.oddHalf, toByteOffset: 3 &* step, as: SIMD4<Element>.self)
      k &+= 4
    }
    while k < depth {
      let target = panel + k &* width
      target[0] = source[k]
      target[1] = source[stride &+ k]
      target[2] = source[2 &* stride &+ k]
      target[3] = source[3 &* stride &+ k]
      k &+= 1
    }
  }

  /// Packs `count` ≤ `width` neighbours from each of `depth` stored rows.
  @_alwaysEmitIntoClient @inline(__always)
  static func copy(
    _ source: UnsafePointer<Element>, stride: Int, count: Int, depth: Int, width: Int,
    into panel: UnsafeMutablePointer<Element>
  ) {
    var k = 0
    while k < depth {
      let row = source + k &* stride
      let target = panel + k &* width
      var i = 0
      if count == width {
        while i < width {
          target[i] = row[i]
          i &+= 1
        }
      } else {
        while i < width {
          target[i] = i < count ? row[i] : 0
          i &+= 1
        }
      }
      k &+= 1
    }
  }
}
