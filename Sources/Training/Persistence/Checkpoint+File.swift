extension Checkpoint {
  /// Writes the checkpoint beside, makes sure that it reached the disk, and renames it to its place; throws an `OutputError`
  /// where that fails, and leaves what was there. Traps for dual numbers, which files do not know.
  public func write(to path: String) throws {
    var file = CheckpointFile()
    file.set("scalar", S.name)
    file.set("seed", "\(seed)")
    file.set("", trainer)
    file.set("best", best == nil ? 0 : 1)
    if let best { file.set("best/", best) }
    file.set(progress)
    file.set(history)
    file.set(monitorStates, warningRecords)
    for (name, text) in configuration { file.set("configuration.\(name)", text) }
    file.set("logs", logPositions.mapValues(Double.init))
    file.set("bestSaved.step", bestSaved?.step)
    file.set("bestSaved.cost", bestSaved?.cost)
    try file.write(to: path)
  }

  /// A checkpoint from a file, of a model with a layout.
  ///
  /// Throws an `InputError` where it cannot be read, a `SafetensorsError` or `CheckpointError` where it is not whole or of
  /// another scalar type or model, or was told something else than the configuration if one is given. Every part is looked at
  /// before anything is made of it.
  public init(contentsOf path: String, layout: ParameterLayout, configuration: [String: String]? = nil) throws {
    try self.init(CheckpointFile(contentsOf: path), layout: layout, configuration: configuration)
  }

  init(_ file: CheckpointFile, layout: ParameterLayout, configuration: [String: String]? = nil) throws {
    let saved = Self.configuration(of: file)
    if let now = configuration,
      let name = Set(saved.keys).union(now.keys).sorted().first(where: { saved[$0] != now[$0] })
    {
      throw CheckpointError.otherConfiguration(name: name, saved: saved[name], now: now[name])
    }
    guard file.text("scalar") == S.name else {
      throw CheckpointError.otherConfiguration(name: "scalar", saved: file.text("scalar"), now: S.name)
    }
    guard let seed = file.text("seed").flatMap(UInt64.init) else { throw CheckpointError.damaged("it has no seed") }
    self.seed = seed
    trainer = try file.snapshot("", layout: layout)
    best = try file.integer("best") == 0 ? nil : try file.snapshot("best/", layout: layout)
    progress = try file.progress()
    guard progress.current == nil || trainer.epoch > 0 else {
      throw CheckpointError.damaged("an epoch is under way, and none was begun")
    }
    history = try file.history()
    monitorStates = try file.monitorStates(layout: layout)
    warningRecords = try file.warningRecords()
    self.configuration = saved
    logPositions = try file.numbers("logs").mapValues { position in
      guard let count = CheckpointFile.count(position) else { throw CheckpointError.damaged("'logs' makes no sense") }
      return count
    }
    bestSaved = try file.optionalNumber("bestSaved.cost").map {
      BestCheckpoint(step: try file.integer("bestSaved.step"), cost: $0)
    }
  }

  private static func configuration(of file: CheckpointFile) -> [String: String] {
    let prefix = "configuration."
    let pairs = file.contents.metadata.filter { $0.key.hasPrefix(prefix) }
    return Dictionary(uniqueKeysWithValues: pairs.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
  }
}
