/// A factor for each step, a pure function of the step's number: resuming at step n equals having run to it.
public struct Schedule: Sendable {
  /// The number of steps that the schedule was made for, after which the next one of `then` begins; nil for no end.
  public let duration: Int?
  private let function: @Sendable (Int) -> Double

  /// A schedule by function, of steps numbered from 0.
  public init(duration: Int? = nil, _ function: @escaping @Sendable (_ step: Int) -> Double) {
    require(duration.map { $0 >= 0 } ?? true, "a schedule lasts zero steps or more")
    self.duration = duration
    self.function = function
  }

  /// The factor of a step, from 0.
  public func factor(at step: Int) -> Double { function(step) }

  /// This schedule for as long as it lasts, then the other, which begins at its own step 0.
  public func then(_ next: Schedule) -> Schedule {
    guard let duration else { fatalError("nothing comes after a schedule that does not end") }
    return Schedule(duration: next.duration.map { $0 + duration }) { step in
      step < duration ? factor(at: step) : next.factor(at: step - duration)
    }
  }
}
