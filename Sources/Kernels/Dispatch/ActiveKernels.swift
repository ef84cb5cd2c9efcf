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
  // Tables are never freed, so a pointer to one is good for ever.
  private nonisolated(unsafe) static let selected = makeTable(KernelSelection.current.chosen)

  // For tests that compare sets: their tables, how many threads use another one, and where each of them keeps its table.
  private nonisolated(unsafe) static let alternatives = Dictionary(
    uniqueKeysWithValues: KernelSelection.current.available.map { ($0, makeTable($0)) })
  private static let exceptions = Atomic<Int>(0)
  private static let exceptionKey: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key, nil)
    precondition(status == 0, "the system has no thread-specific storage left")
    return key
  }()

  private static var table: UnsafeMutablePointer<ActiveTable> {
    exception?.assumingMemoryBound(to: ActiveTable.self) ?? selected
  }

  /// The table that this thread uses in place of the selected one; nil but in tests.
  static var exception: UnsafeMutableRawPointer? {
    exceptions.load(ordering: .relaxed) == 0 ? nil : pthread_getspecific(exceptionKey)
  }

  /// Runs `body` with the exception of another thread, which waits for it.
  static func with(exception: UnsafeMutableRawPointer, _ body: () -> Void) {
    let previous = pthread_getspecific(exceptionKey)
    pthread_setspecific(exceptionKey, exception)
    body()
    pthread_setspecific(exceptionKey, previous)
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

  /// Runs `body` with the kernels of another set, for tests that compare sets, and so the work that it shares with the
  /// pool's threads; calls from other threads are not affected.
  package static func with<Result>(_ set: KernelSet, _ body: () throws -> Result) rethrows -> Result {
    guard let table = alternatives[set] else {
      preconditionFailure("the \(set) kernels are not compiled in, or this processor cannot run them")
    }
    let previous = pthread_getspecific(exceptionKey)
    pthread_setspecific(exceptionKey, table)
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
