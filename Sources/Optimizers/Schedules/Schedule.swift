/// A factor for each step, a pure function of the step's number: resuming at step n equals having run to it.
///
/// Schedules multiply (`warmup * cosine`), scale (`0.5 * cosine`), and follow one another (`then`).
public struct Schedule: Sendable {
  /// The number of steps that the schedule was made for, after which the next one of `then` begins; nil for no end.
  public let duration: Int?
  private let function: @Sendable (Double) -> Double

  /// A schedule by function, of steps numbered from 0.
  public init(duration: Int? = nil, _ function: @escaping @Sendable (_ step: Int) -> Double) {
    self.init(duration: duration, continuous: { position in function(Int(position.rounded(.down))) })
  }

  /// A schedule by function of a position between steps too, such as a fraction of an epoch.
  public init(duration: Int? = nil, continuous function: @escaping @Sendable (_ position: Double) -> Double) {
    require(duration.map { $0 >= 0 } ?? true, "a schedule lasts zero steps or more")
    self.duration = duration
    self.function = function
  }

  /// The factor of a step, from 0.
  public func factor(at step: Int) -> Double { function(Double(step)) }

  /// The factor at a position between steps; schedules by function of the step round it down.
  public func factor(at position: Double) -> Double { function(position) }

  /// This schedule for as long as it lasts, then the other, which begins at its own step 0.
  public func then(_ next: Schedule) -> Schedule {
    guard let duration else { fatalError("nothing comes after a schedule that does not end") }
    return Schedule(
      duration: next.duration.map { $0 + duration },
      continuous: { position in
        position < Double(duration) ? factor(at: position) : next.factor(at: position - Double(duration))
      })
  }

  /// This schedule for so many steps, however long it was made for.
  public func lasting(_ steps: Int) -> Schedule { Schedule(duration: steps, continuous: function) }

  /// The product of the factors of each step; it lasts as long as the longer of the two.
  public static func * (left: Schedule, right: Schedule) -> Schedule {
    let duration = left.duration.flatMap { first in right.duration.map { max(first, $0) } }
    return Schedule(
      duration: duration, continuous: { position in left.factor(at: position) * right.factor(at: position) })
  }

  /// Every factor times a number.
  public static func * (scale: Double, schedule: Schedule) -> Schedule {
    Schedule(duration: schedule.duration, continuous: { position in scale * schedule.factor(at: position) })
  }
}
