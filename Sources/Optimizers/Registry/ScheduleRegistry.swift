/// The schedules that can be had by name.
public enum ScheduleRegistry {
  /// All of them, in the order in which they are listed.
  public static let entries: [ScheduleEntry] = [
    ScheduleEntry("constant", "the same factor at every step", [factor("factor", "1"), steps]) {
      .constant($0.number("factor"), steps: $0.count("steps"))
    },
    ScheduleEntry("warmup", "up to 1 in a straight line, beginning above 0", [steps]) {
      .warmup(steps: $0.count("steps"))
    },
    ScheduleEntry("linear", "a straight line", [factor("from", "1"), factor("to", "0"), steps]) {
      .linear(from: $0.number("from"), to: $0.number("to"), steps: $0.count("steps"))
    },
    ScheduleEntry(
      "polynomial", "to + (1 − to)(1 − step/steps)^power",
      [factor("to", "0"), .init(name: "power", standard: "2", kind: .number(.positive)), steps]
    ) { .polynomial(to: $0.number("to"), power: $0.number("power"), steps: $0.count("steps")) },
    ScheduleEntry(
      "step", "a drop every so many steps",
      [.init(name: "every", standard: "steps/3", kind: .count(minimum: 1)), factor("by", "0.1")]
    ) { .stepDecay(every: $0.count("every"), by: $0.number("by")) },
    ScheduleEntry(
      "multi-step", "a drop at each of some steps",
      [.init(name: "at", standard: "steps/2", kind: .counts), factor("by", "0.1")]
    ) { .multiStep(at: $0.counts("at"), by: $0.number("by")) },
    ScheduleEntry(
      "exponential", "rate^(step/every), or in drops",
      [
        .init(name: "rate", standard: "0.5", kind: .number(.positive)),
        .init(name: "every", standard: "steps/5", kind: .count(minimum: 1)),
        .init(name: "staircase", standard: "no", kind: .choice(["no", "yes"])), factor("to", "0"),
      ]
    ) {
      .exponential(
        rate: $0.number("rate"), every: $0.count("every"), staircase: $0.text("staircase") == "yes",
        to: $0.number("to") == 0 ? nil : $0.number("to"))
    },
    ScheduleEntry(
      "inverse-time", "1/(1 + rate · step/every)",
      [
        .init(name: "rate", standard: "1", kind: .number(.nonNegative)),
        .init(name: "every", standard: "steps/10", kind: .count(minimum: 1)),
      ]
    ) { .inverseTime(rate: $0.number("rate"), every: $0.count("every")) },
    ScheduleEntry("inverse-square-root", "up in a straight line, then as 1/√step", [warmup("steps/20")]) {
      .inverseSquareRoot(warmup: $0.count("warmup"))
    },
    ScheduleEntry(
      "noam", "the inverse square root with its peak set by a model's width",
      [.init(name: "width", standard: "512", kind: .count(minimum: 1)), warmup("steps/20")]
    ) { .noam(width: $0.count("width"), warmup: $0.count("warmup")) },
    ScheduleEntry(
      "cosine", "half a cosine down",
      [factor("to", "0"), .init(name: "power", standard: "1", kind: .number(.positive)), steps]
    ) { .cosine(steps: $0.count("steps"), to: $0.number("to"), power: $0.number("power")) },
    ScheduleEntry(
      "cosine-wave", "half a cosine down, and up again, for ever",
      [.init(name: "half-period", standard: "steps/4", kind: .count(minimum: 1)), factor("to", "0")]
    ) { .cosineWave(halfPeriod: $0.count("half-period"), to: $0.number("to")) },
    ScheduleEntry(
      "cosine-with-restarts", "half cosines, begun anew",
      [
        .init(name: "period", standard: "steps/3", kind: .count(minimum: 1)),
        .init(name: "multiplier", standard: "1", kind: .count(minimum: 1)), factor("to", "0"),
      ]
    ) {
      .cosineWithRestarts(
        period: $0.count("period"), multiplier: $0.count("multiplier"), to: $0.number("to"))
    },
    ScheduleEntry(
      "one-cycle", "up to the peak, and down to almost nothing",
      [
        factor("from", "0.04"), factor("to", "4e-06"),
        .init(name: "rise", standard: "0.3", kind: .number(.fraction)),
        .init(name: "annealing", standard: "cosine", kind: .choice(["cosine", "linear"])),
        .init(name: "phases", standard: "two", kind: .choice(Schedule.Phases.allCases.map(\.rawValue))),
        .init(name: "steps", standard: "steps", kind: .count(minimum: 2)),
      ]
    ) { values in
      let phases = Schedule.Phases(rawValue: values.text("phases")) ?? .two
      let rise = values.number("rise")
      guard rise > 0, rise * (phases == .three ? 2 : 1) <= 1 else {
        throw ScheduleError.illegalCombination(
          schedule: "one-cycle", problem: "rise is above 0, and at most 1 with two phases or 0.5 with three")
      }
      return .oneCycle(
        steps: values.count("steps"), from: values.number("from"), to: values.number("to"), rise: rise,
        annealing: values.text("annealing") == "linear" ? .linear : .cosine, phases: phases)
    },
    ScheduleEntry(
      "cyclic", "triangles",
      [
        factor("low", "0.1"), .init(name: "rise", standard: "steps/6", kind: .count(minimum: 1)),
        .init(name: "fall", standard: "steps/6", kind: .count(minimum: 1)),
        .init(name: "height", standard: "triangular", kind: .choice(["triangular", "halving", "exponential"])),
        .init(name: "gamma", standard: "0.999", kind: .number(.positive)),
      ]
    ) { values in
      let heights: [String: Schedule.CycleHeight] = [
        "halving": .halving, "exponential": .exponential(gamma: values.number("gamma")),
      ]
      return .cyclic(
        low: values.number("low"), rise: values.count("rise"), fall: values.count("fall"),
        height: heights[values.text("height")] ?? .triangular)
    },
    ScheduleEntry(
      "piecewise", "given factors at given steps, and what lies between",
      [
        .init(name: "at", standard: "0", kind: .counts),
        .init(name: "factors", standard: "1", kind: .numbers(.nonNegative)),
        .init(
          name: "interpolation", standard: "constant", kind: .choice(Schedule.Interpolation.allCases.map(\.rawValue))),
      ]
    ) { values in
      let (steps, factors) = (values.counts("at"), values.numbers("factors"))
      guard steps.count == factors.count else {
        throw ScheduleError.illegalCombination(
          schedule: "piecewise", problem: "there are \(steps.count) steps in 'at' and \(factors.count) factors")
      }
      return .piecewise(
        zip(steps, factors).map { (step: Double($0), factor: $1) },
        interpolation: Schedule.Interpolation(rawValue: values.text("interpolation")) ?? .constant)
    },
    ScheduleEntry(
      "warmup-stable-decay", "up, along, and down at the end",
      [
        .init(name: "warmup", standard: "steps/20", kind: .count(minimum: 1)),
        .init(name: "decay", standard: "steps/5", kind: .count(minimum: 1)), factor("to", "0"), steps,
      ]
    ) { values in
      let (warmup, decay, steps) = (values.count("warmup"), values.count("decay"), values.count("steps"))
      guard warmup + decay <= steps else {
        throw ScheduleError.illegalCombination(
          schedule: "warmup-stable-decay", problem: "warmup and decay together take at most the \(steps) steps")
      }
      return .warmupStableDecay(warmup: warmup, decay: decay, to: values.number("to"), steps: steps)
    },
  ]

  /// A schedule from its description: `NAME` or `NAME:key=value,…`, several of them one after the other.
  ///
  /// `steps` is the number of steps that all of them together are for.
  public static func make(_ parts: [String], steps: Int) throws -> Schedule {
    var result: Schedule?
    var last = ""
    for part in parts {
      guard result == nil || result?.duration != nil else { throw ScheduleError.endless(name: last) }
      let halves = part.split(separator: ":", maxSplits: 1).map(String.init)
      guard let name = halves.first else { throw ScheduleError.malformed(part: part) }
      guard let entry = entries.first(where: { $0.name == name }) else {
        throw ScheduleError.unknownSchedule(name: name, known: entries.map(\.name))
      }
      let schedule = try entry.make(
        try settings(halves.count == 2 ? halves[1] : "", of: part), steps: max(1, steps - (result?.duration ?? 0)))
      result = result.map { $0.then(schedule) } ?? schedule
      last = name
    }
    return result ?? .constant()
  }

  /// A schedule from its description in one text, the parts with spaces between.
  public static func make(_ text: String, steps: Int) throws -> Schedule {
    try make(text.split(separator: " ").map(String.init), steps: steps)
  }

  private static func settings(_ text: String, of part: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, result[halves[0]] == nil else { throw ScheduleError.malformed(part: part) }
      result[halves[0]] = halves[1]
    }
    return result
  }

  private static func factor(_ name: String, _ standard: String) -> ScheduleEntry.Setting {
    ScheduleEntry.Setting(name: name, standard: standard, kind: .number(.nonNegative))
  }

  private static func warmup(_ standard: String) -> ScheduleEntry.Setting {
    ScheduleEntry.Setting(name: "warmup", standard: standard, kind: .count(minimum: 1))
  }

  private static let steps = ScheduleEntry.Setting(name: "steps", standard: "steps", kind: .count(minimum: 1))
}
