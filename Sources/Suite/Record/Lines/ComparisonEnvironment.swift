/// Where a comparison runs.
public struct ComparisonEnvironment: Codable, Hashable, Sendable {
  /// The processor's name.
  public var processor: String
  /// The operating system.
  public var system: String
  /// The kernels in use.
  public var kernels: String
  /// The number of processors.
  public var cores: Int
  /// The number of runs at a time.
  public var jobs: Int

  /// An environment of the given parts.
  public init(processor: String, system: String, kernels: String, cores: Int, jobs: Int) {
    self.processor = processor
    self.system = system
    self.kernels = kernels
    self.cores = cores
    self.jobs = jobs
  }
}
