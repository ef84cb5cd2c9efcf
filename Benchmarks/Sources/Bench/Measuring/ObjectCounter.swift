import Foundation

/// Counts the heap objects that Swift code allocates, through the runtime's hook for that.
///
/// Once hooked, this runtime mishandles short strings, so counting is done in a process of its own, which is the same
/// program called with `--count-objects WORKLOAD` and answers with the eight bytes of the count.
enum ObjectCounter {
  private typealias Allocate = @convention(c) (UnsafeRawPointer?, Int, Int) -> UnsafeMutableRawPointer?
  nonisolated(unsafe) private static var original: Allocate?
  nonisolated(unsafe) private static var count = 0

  /// The number of objects that a workload allocates in its counted calls, nil where they cannot be counted.
  static func objects(allocatedByWorkload name: String) -> Int? {
    guard let path = Bundle.main.executablePath else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--count-objects", name]
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, answer.count == MemoryLayout<Int>.size else { return nil }
    return answer.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
  }

  /// Answers such a call: runs `work` hooked, writes the count, and ends the process.
  static func answer(_ work: () -> Void) -> Never {
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "_swift_allocObject") else { exit(1) }
    let hook = symbol.assumingMemoryBound(to: Optional<Allocate>.self)
    original = hook.pointee
    hook.pointee = { metadata, size, alignment in
      ObjectCounter.count += 1
      return ObjectCounter.original?(metadata, size, alignment)
    }
    work()
    hook.pointee = original
    let written = withUnsafeBytes(of: &count) { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    _exit(written == MemoryLayout<Int>.size ? 0 : 1)
  }
}
