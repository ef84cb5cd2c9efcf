import Dispatch
import Foundation
import Synchronization

/// Notices Ctrl-C and SIGTERM, so that a run can be saved before it ends; a second one ends the program at once.
final class Interruption {
  private let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  /// The number of the signal that came; set beside the thread that trains, and looked at by it.
  private final class Flag: Sendable {
    let number = Atomic<Int32>(0)
  }

  /// Begins to listen.
  init() {
    let flag = flag
    sources = [SIGINT, SIGTERM].map { number in
      // Else it would end the program before anyone is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let isFirst = flag.number.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
        if !isFirst { _exit(128 + number) }
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  /// What came, nil if nothing did.
  var received: Received? {
    let number = flag.number.load(ordering: .relaxed)
    return number == 0 ? nil : Received(number: number)
  }

  /// A signal that asks the program to end.
  struct Received {
    let number: Int32
    /// What people call it.
    var name: String { number == SIGINT ? "Ctrl-C" : "SIGTERM" }
    /// The exit status by which shells tell it.
    var status: Int32 { 128 + number }
  }
}
