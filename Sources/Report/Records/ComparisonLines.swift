import GlissadeData

/// The kinds of lines of a record of a comparison. Numbers that are null there are NaN here.
extension ComparisonRecord {
  struct Problem: Sendable {
    let name: String
    let summary: String
    let measure: String
    let isFunction: Bool
    let minimum: Double?
    let target: Double?
    let members: JSONValue

    init(_ value: JSONValue, in line: RecordLine) throws {
      guard let name = value["name"]?.text else { throw line.failure("a text 'name' for each problem") }
      self.name = name
      summary = value["summary"]?.text ?? ""
      measure = value["measure"]?.text ?? "value"
      isFunction = value["kind"]?.text == "function"
      minimum = value["minimum"]?.number
      target = value["target"]?.number
      members = value
    }
  }

  struct Trial: Sendable {
    let problem: String
    let optimizer: String
    let learningRate: Double
    /// Infinite if the trial diverged.
    let final: Double

    init(_ line: RecordLine) throws {
      problem = try line.text("problem")
      optimizer = try line.text("optimizer")
      learningRate = try line.number("learningRate")
      let value = try line.optionalNumber("final")
      final = value.isNaN ? .infinity : value
    }
  }

  struct Tuned: Sendable {
    let problem: String
    let optimizer: String
    let learningRate: Double
    let source: String

    init(_ line: RecordLine) throws {
      problem = try line.text("problem")
      optimizer = try line.text("optimizer")
      learningRate = try line.optionalNumber("learningRate")
      source = line["source"]?.text ?? ""
    }
  }

  struct Run: Sendable {
    let problem: String
    let optimizer: String
    let seedIndex: Int
    let isDiverged: Bool
    /// Values over steps, by the name of the quantity; those without any value are left out.
    let curves: [String: [Series.Point]]
    /// The points of the curve in the plane, where the problem has two dimensions.
    let path: [Series.Point]

    init(_ line: RecordLine) throws {
      problem = try line.text("problem")
      optimizer = try line.text("optimizer")
      seedIndex = try line.count("seedIndex")
      isDiverged = line["outcome"]?.text == "diverged"
      let steps = try line.numbers(line["curve"]?["step"], "curve.step")
      guard steps.allSatisfy(\.isFinite) else { throw line.failure("finite numbers 'curve.step'") }
      var curves: [String: [Series.Point]] = [:]
      for member in line["curve"]?.members ?? [] where member.name != "step" {
        let values = try line.numbers(member.value, "curve.\(member.name)")
        guard values.count == steps.count else {
          throw line.failure("as many numbers 'curve.\(member.name)' as 'curve.step'")
        }
        if values.contains(where: \.isFinite) { curves[member.name] = zip(steps, values).map { Series.Point($0, $1) } }
      }
      self.curves = curves
      path = try (line["path"]?.array ?? []).map { point in
        let pair = try line.numbers(point, "path")
        guard pair.count == 2 else { throw line.failure("pairs of numbers as 'path'") }
        return Series.Point(pair[0], pair[1])
      }
    }
  }

  /// A median with its interval, as the record has it; null is infinite.
  struct Estimate: Sendable {
    let median: Double
    let low: Double
    let high: Double

    init(_ line: RecordLine, _ name: String) throws {
      guard let value = line[name], value.members != nil else { throw line.failure("an object '\(name)'") }
      func bound(_ part: String) throws -> Double {
        let number = try line.optionalNumber(value[part], "\(name).\(part)")
        return number.isNaN ? .infinity : number
      }
      median = try bound("median")
      low = try bound("low")
      high = try bound("high")
    }
  }

  struct Summary: Sendable {
    let problem: String
    let optimizer: String
    let learningRate: Double
    let runs: Int
    let diverged: Int
    let reached: Int
    let final: Estimate
    let best: Estimate
    let stepsToTarget: Estimate
    let secondsToTarget: Estimate

    init(_ line: RecordLine) throws {
      problem = try line.text("problem")
      optimizer = try line.text("optimizer")
      learningRate = try line.optionalNumber("learningRate")
      runs = try line.count("runs")
      diverged = try line.count("diverged")
      reached = try line.count("reached")
      final = try Estimate(line, "final")
      best = try Estimate(line, "best")
      stepsToTarget = try Estimate(line, "stepsToTarget")
      secondsToTarget = try Estimate(line, "secondsToTarget")
    }
  }

  struct PairedTest: Sendable {
    let problem: String
    let quantity: String
    let first: String
    let second: String
    let pairs: Int
    let firstBetter: Int
    let secondBetter: Int
    let wilcoxon: Double
    let sign: Double
    let holm: Double

    init(_ line: RecordLine) throws {
      problem = try line.text("problem")
      quantity = try line.text("quantity")
      first = try line.text("first")
      second = try line.text("second")
      pairs = try line.count("pairs")
      firstBetter = try line.count("firstBetter")
      secondBetter = try line.count("secondBetter")
      wilcoxon = try line.optionalNumber("wilcoxon")
      sign = try line.optionalNumber("sign")
      holm = try line.optionalNumber("holm")
    }
  }

  struct Profile: Sendable {
    let quantity: String
    let optimizer: String
    let problems: Int
    let limit: Double
    let score: Double
    let points: [Series.Point]

    init(_ line: RecordLine) throws {
      quantity = try line.text("quantity")
      optimizer = try line.text("optimizer")
      problems = try line.count("problems")
      limit = try line.number("limit")
      score = try line.optionalNumber("score")
      let ratios = try line.numbers(line["ratio"], "ratio")
      let shares = try line.numbers(line["share"], "share")
      guard ratios.count == shares.count else { throw line.failure("as many numbers 'share' as 'ratio'") }
      points = zip(ratios, shares).map { Series.Point($0, $1) }
    }
  }
}
