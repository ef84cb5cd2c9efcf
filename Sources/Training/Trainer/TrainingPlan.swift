/// For how long a run trains, in which batches and order, and when it stops before.
public struct TrainingPlan: Sendable, Hashable {
  /// The length of a run.
  public enum Length: Sendable, Hashable {
    /// So many passes over the examples.
    case epochs(Int)
    /// So many steps; an epoch that they cut short is reported as far as it went.
    case steps(Int)
  }

  /// The length of the run, unless it stops before.
  public var length: Length
  /// Examples a step, nil for all; the last batch of an epoch is smaller where this does not divide their number.
  public var batchSize: Int?
  /// In what order an epoch goes through its examples.
  public var order: ExampleOrder
  /// Whether a last batch that is not full is left out.
  public var dropsLast: Bool
  /// When to stop because nothing gets better; nil for never.
  public var earlyStopping: EarlyStopping?

  /// A plan of the given length.
  public init(
    _ length: Length, batchSize: Int? = nil, order: ExampleOrder = .shuffledEachEpoch, dropsLast: Bool = false,
    earlyStopping: EarlyStopping? = nil
  ) {
    self.length = length
    self.batchSize = batchSize
    self.order = order
    self.dropsLast = dropsLast
    self.earlyStopping = earlyStopping
  }

  /// Throws where the plan makes no sense for so many examples.
  func check(training: Int, validation: Int?) throws {
    guard training > 0, validation.map({ $0 > 0 }) ?? true else { throw TrainingError.noExamples }
    switch length {
    case .epochs(let count): guard count >= 0 else { throw TrainingError.epochs(count) }
    case .steps(let count): guard count >= 0 else { throw TrainingError.steps(count) }
    }
    if let batchSize, batchSize <= 0 { throw TrainingError.batchSize(batchSize) }
    if let earlyStopping, earlyStopping.metric.isOfValidation, validation == nil {
      throw TrainingError.nothingToStopBy
    }
  }

  /// How many of an epoch's examples make batches.
  func usedCount(of count: Int, batchSize: Int) throws -> Int {
    guard count > 0 else { throw TrainingError.noExamples }
    let used = dropsLast ? count - count % batchSize : count
    guard used > 0 else { throw TrainingError.noFullBatch(batchSize: batchSize, exampleCount: count) }
    return used
  }
}
