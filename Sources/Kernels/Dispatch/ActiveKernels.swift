import Foundation
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

  // For tests that compare sets: how many threads use another one, and where each of them keeps its table.
  private static let exceptions = Atomic<Int>(0)
  private static let exceptionKey: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key, nil)
    precondition(status == 0, "the system has no thread-specific storage left")
    return key
  }()

  private static var table: UnsafeMutablePointer<ActiveTable> {
    if exceptions.load(ordering: .relaxed) == 0 { return selected }
    return pthread_getspecific(exceptionKey)?.assumingMemoryBound(to: ActiveTable.self) ?? selected
  }

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

  /// Runs `body` with the kernels of another set, for tests that compare sets; calls from other threads are not affected.
  package static func with<Result>(_ set: KernelSet, _ body: () throws -> Result) rethrows -> Result {
    let previous = pthread_getspecific(exceptionKey)
    pthread_setspecific(exceptionKey, makeTable(set))
    exceptions.add(1, ordering: .sequentiallyConsistent)
    defer {
      exceptions.subtract(1, ordering: .sequentiallyConsistent)
      pthread_setspecific(exceptionKey, previous)
    }
    return try body()
  }

  private static func makeTable(_ set: KernelSet) -> UnsafeMutablePointer<ActiveTable> {
    let table = UnsafeMutablePointer<ActiveTable>.allocate(capacity: 1)
    table.initialize(to: ActiveTable(set.table))
    return table
  }
}
