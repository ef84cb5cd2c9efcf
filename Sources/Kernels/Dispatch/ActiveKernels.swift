import Synchronization

/// A kernel table whose parts can be pointed to.
private struct ActiveTable {
  let float: UnsafePointer<ScalarKernels<Float>>
  let double: UnsafePointer<ScalarKernels<Double>>
  let half: ConversionKernels
  let brain: ConversionKernels

  init(_ table: KernelTable) {
    float = Self.stored(table.float)
    double = Self.stored(table.double)
    half = table.half
    brain = table.brain
  }

  private static func stored<Value>(_ value: Value) -> UnsafePointer<Value> {
    let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    place.initialize(to: value)
    return UnsafePointer(place)
  }
}

/// The kernels that the conformances of Float, Double and the narrow types call.
public enum ActiveKernels {
  // Every set's table is made at most once and never freed, so a pointer to it is good for ever.
  private nonisolated(unsafe) static let selected = makeTable(KernelSelection.current.chosen)
  private nonisolated(unsafe) static let current = Atomic<UnsafeMutablePointer<ActiveTable>>(selected)

  private static var table: UnsafeMutablePointer<ActiveTable> { current.load(ordering: .relaxed) }

  /// The kernels on Float.
  public static var float: SharedKernels<Float> {
    SharedKernels(table.pointee.float)
  }

  /// The kernels on Double.
  public static var double: SharedKernels<Double> {
    SharedKernels(table.pointee.double)
  }

  /// The conversions between half-precision bits and Float.
  public static var half: ConversionKernels { table.pointee.half }

  /// The conversions between BFloat16 bits and Float.
  public static var brain: ConversionKernels { table.pointee.brain }

  /// Runs `body` with the kernels of another set, for tests that compare sets; affects all threads meanwhile.
  package static func with<Result>(_ set: KernelSet, _ body: () throws -> Result) rethrows -> Result {
    let previous = current.exchange(makeTable(set), ordering: .sequentiallyConsistent)
    defer { current.store(previous, ordering: .sequentiallyConsistent) }
    return try body()
  }

  private static func makeTable(_ set: KernelSet) -> UnsafeMutablePointer<ActiveTable> {
    let table = UnsafeMutablePointer<ActiveTable>.allocate(capacity: 1)
    table.initialize(to: ActiveTable(set.table))
    return table
  }
}
