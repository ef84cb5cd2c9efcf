import GlissadeNumerics
import Testing

extension KernelTests {
  /// Every 16-bit pattern.
  private static let patterns = (0...UInt16.max).map { $0 }

  /// Floats at, next to and between all values of a 16-bit format, and many others.
  private static func floats(around exact: [Float]) -> [Float] {
    var values: [Float] = []
    for value in exact {
      values += [value, value.nextUp, value.nextDown]
      let middle = (value + (value.bitPattern & 1 == 0 ? value.nextUp : value)) / 2
      values.append(middle)
    }
    for (left, right) in zip(exact, exact.dropFirst()) { values.append((left + right) / 2) }
    var noise = Noise(8)
    for _ in 0..<50_000 {
      values.append(Float(bitPattern: UInt32(truncatingIfNeeded: Int(noise.next(0...0x1p32 - 1)))))
    }
    return values
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func halfConversionsAreThoseOfTheLanguage() {
      let exact = Self.patterns.map { Float(Float16(bitPattern: $0)) }
      let values = Self.floats(around: exact)
      let expected = values.map { Float16($0) }
      for set in KernelSelection.current.available {
        ActiveKernels.with(set) {
          var wide = [Float](repeating: 0, count: exact.count)
          Float16.widen(Self.patterns.map { Float16(bitPattern: $0) }, into: &wide, count: wide.count)
          #expect(zip(wide, exact).allSatisfy { $0.bitPattern == $1.bitPattern })
          var narrow = [Float16](repeating: 0, count: values.count)
          Float16.narrow(values, into: &narrow, count: values.count)
          let isSame = zip(narrow, expected).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
          #expect(isSame, "\(set)")
        }
      }
    }
  #endif

  @Test func bfloat16ConversionsRoundToNearestEven() {
    let exact = Self.patterns.map { Float(bitPattern: UInt32($0) << 16) }
    let values = Self.floats(around: exact.filter { !$0.isNaN })
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        var narrow = [BFloat16](repeating: 0, count: values.count)
        BFloat16.narrow(values, into: &narrow, count: values.count)
        let isSame = zip(values, narrow).allSatisfy { value, result in
          BFloat16(value).bitPattern == result.bitPattern || (value.isNaN && result.isNaN)
        }
        #expect(isSame, "\(set)")
        var wide = [Float](repeating: 0, count: narrow.count)
        BFloat16.widen(narrow, into: &wide, count: narrow.count)
        #expect(zip(wide, narrow).allSatisfy { $0 == Float($1) || ($0.isNaN && $1.isNaN) })
      }
    }
  }
}
