/// The optimizers that can be had by name: what the command line, the law checks and the documentation's table come from.
public struct OptimizerRegistry: Sendable {
  /// The entries, in the order in which they are listed.
  public private(set) var entries: [OptimizerEntry]

  /// A registry of the given entries.
  public init(_ entries: [OptimizerEntry]) { self.entries = entries }

  /// This registry with another entry, in place of one of the same name if there is one.
  public func adding(_ entry: OptimizerEntry) -> OptimizerRegistry {
    OptimizerRegistry(entries.filter { $0.name != entry.name } + [entry])
  }

  /// The entry of a name, nil where there is none.
  public subscript(name: String) -> OptimizerEntry? { entries.first { $0.name == name } }

  /// An optimizer by name, with settings; throws a sentence for what does not exist or is not legal.
  public func make(_ name: String, _ settings: [String: String] = [:]) throws -> any Optimizer {
    guard let entry = self[name] else {
      throw OptimizerError.unknownOptimizer(name: name, known: entries.map(\.name))
    }
    return try entry.make(settings)
  }
}

extension OptimizerRegistry {
  /// All optimizers of the library.
  public static let standard = OptimizerRegistry([
    GradientDescent.entry,
    SGD.entry,
    RMSprop.entry,
    Adam.entry,
    AdamW.entry,
    DAdaptAdamW.entry,
    DoG.entry,
    DoWG.entry,
    Prodigy.entry,
    ScheduleFreeAdamW.entry,
    ScheduleFreeSGD.entry,
    MoMo.entry,
    MoMoAdam.entry,
    PolyakSGD.entry,
    Sophia.entry,
  ])
}
