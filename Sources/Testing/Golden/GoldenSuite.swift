/// Runs golden cases: reference vectors of other libraries, against what Glissade computes.
public enum GoldenSuite {
  /// What comes of one case of a file.
  public static func run(_ item: GoldenCase, in file: GoldenFile) -> GoldenOutcome {
    do {
      try item.value.requireWholeTensors()
      try file.problem(of: item)?.requireWholeTensors()
      switch file.family {
      case "optimizers": return try GoldenOptimizers.run(item, in: file)
      case "schedules": return try GoldenSchedules.run(item)
      case "layers", "losses": return try GoldenModules.run(item)
      case "training": return try GoldenTraining.run(item, in: file)
      case "higher": return try GoldenHigher.run(item)
      case "init": return try GoldenInitializers.run(item)
      case "lbfgs": return try GoldenMinimizers.run(item, in: file)
      default: throw GoldenUnsupported("nothing runs the family '\(file.family)' yet")
      }
    } catch let error as GoldenUnsupported {
      return .unsupported(reason: error.description)
    } catch {
      return .unsupported(reason: "\(error)")
    }
  }
}
