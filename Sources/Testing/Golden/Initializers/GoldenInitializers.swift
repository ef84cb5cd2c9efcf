import GlissadeLayers

/// Runs cases of the family `init`: gains, fans, bounds and deviations to rounding, and what is drawn by its statistics.
enum GoldenInitializers {
  static func run(_ item: GoldenCase) throws -> GoldenOutcome {
    // The cases state no tolerance: their numbers are closed forms.
    var comparison = GoldenComparison(GoldenTolerance(relative: 1e-14, absolute: 1e-15))
    let hyper = item.hyper
    if item.name.hasPrefix("default.") {
      try defaults(item, hyper, &comparison)
    } else {
      try function(item, hyper, &comparison)
    }
    try hyper.requireAllRead()
    return comparison.outcome
  }

  private static func function(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison
  ) throws {
    switch item.className {
    case "torch.nn.init.calculate_gain":
      let gain = try gain(try hyper.text("nonlinearity"), slope: try hyper.optionalNumber("param"))
      comparison.compare([gain.value], try item.expected("gain"), "the gain")
    case "torch.nn.init._calculate_fan_in_and_fan_out":
      try compareFans(item, try hyper.shape(), &comparison)
    case "torch.nn.init.xavier_uniform_":
      try compareDistribution(item, .glorot(gain: .custom(try hyper.number("gain"))), hyper, &comparison)
    case "torch.nn.init.xavier_normal_":
      try compareDistribution(item, .glorot(gain: .custom(try hyper.number("gain")), .normal), hyper, &comparison)
    case "torch.nn.init.kaiming_uniform_":
      try compareDistribution(item, try kaiming(hyper, .uniform), hyper, &comparison)
    case "torch.nn.init.kaiming_normal_":
      try compareDistribution(item, try kaiming(hyper, .normal), hyper, &comparison)
    case "torch.nn.init.trunc_normal_": try truncatedNormal(item, hyper, &comparison)
    case "torch.nn.init.dirac_":
      try compareTensor(item, .dirac(groups: try hyper.count("groups")), hyper, &comparison)
    case "torch.nn.init.eye_": try compareTensor(item, .dirac(), hyper, &comparison)
    case "torch.nn.init.orthogonal_": try orthogonal(item, hyper, &comparison)
    case "torch.nn.init.sparse_": try sparse(item, hyper, &comparison)
    case let name where name.hasPrefix("jax.nn.initializers."): try jax(item, hyper, &comparison)
    case let name: throw GoldenUnsupported("there is no translation of \(name)")
    }
  }

  private static func kaiming(_ hyper: GoldenHyper, _ form: VarianceScaling.Form) throws -> VarianceScaling {
    let slope = try hyper.number("a")
    let gain = try gain(try hyper.text("nonlinearity"), slope: slope)
    return .he(gain: gain, fan: try hyper.text("mode") == "fan_out" ? .output : .input, form)
  }

  /// The gain that PyTorch knows under a name.
  private static func gain(_ name: String, slope: Double?) throws -> Gain {
    switch name {
    case "tanh": return .tanh
    case "relu": return .relu
    case "leaky_relu": return .leakyReLU(slope: slope ?? 0.01)
    case "selu": return .selu
    case "sigmoid": return .sigmoid
    case let name where name == "linear" || name.hasPrefix("conv"): return .linear
    default: throw GoldenUnsupported("there is no gain for \(name)")
    }
  }

  private static func compareFans(
    _ item: GoldenCase, _ shape: Shape, _ comparison: inout GoldenComparison
  ) throws {
    let fans = VarianceScaling.fans(of: shape)
    comparison.compare([Double(fans.input)], try item.expected("fan_in"), "the fan-in")
    comparison.compare([Double(fans.output)], try item.expected("fan_out"), "the fan-out")
  }

  private static func compareDistribution(
    _ item: GoldenCase, _ initializer: VarianceScaling, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison
  ) throws {
    let sample = GoldenSample(initializer, shape: try hyper.shape())
    try sample.compare(.object(item.value["expected"]?.object ?? [:]), "the values", &comparison)
  }

  private static func compareTensor(
    _ item: GoldenCase, _ initializer: Dirac, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison
  ) throws {
    let values = initializer.values(shape: try hyper.shape(), stream: GoldenSample.stream)
    comparison.compare(values, try item.expected("tensor"), "the values")
  }

  private static func truncatedNormal(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison
  ) throws {
    let (lower, upper) = (try hyper.number("a"), try hyper.number("b"))
    let (mean, width) = (try hyper.number("mean"), try hyper.number("std"))
    let exact = TruncatedNormal(mean: mean, deviation: width, lower: lower, upper: upper)
    let sample = GoldenSample(
      Distribution.truncatedNormal(mean: mean, deviation: width, lower: lower, upper: upper), shape: [100])
    let deviation = try item.expected("sample_std").number ?? .nan
    sample.compareMoments(
      mean: try item.expected("sample_mean").number ?? .nan, deviation: deviation, "the values", &comparison)
    comparison.expect(sample.values.allSatisfy { $0 >= lower && $0 <= upper }, "a value lies outside its bounds")
    for (share, quantile) in try item.expected("quantiles").object ?? [:] {
      let (share, quantile) = (Double(share) ?? .nan, quantile.number ?? .nan)
      comparison.expect(
        (exact.quantile(share) - quantile).magnitude <= 1e-13 * width, "the quantile \(share) is not \(quantile)")
      sample.compareShare(below: quantile, share, &comparison)
    }
  }

  /// Rows, or columns where those are fewer, are orthogonal and as long as the gain: so all singular values are the gain.
  private static func orthogonal(
    _ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison
  ) throws {
    let (shape, gain) = (try hyper.shape(), try hyper.number("gain"))
    let flattened = [shape[0], shape.count / shape[0]]
    comparison.compare(flattened.map(Double.init), try item.expected("flattened"), "the matrix's shape")
    let values = Orthogonal(gain: gain).values(shape: shape, stream: GoldenSample.stream)
    let matrix = Tensor<Double>(Shape(flattened), values)
    let rows = try item.expected("gram") == .text("rows")
    comparison.expect(rows == (flattened[0] <= flattened[1]), "the Gram matrix is not the smaller one")
    let gram = matrix.matrixProduct(matrix, transposed: !rows, otherTransposed: rows)
    let size = gram.shape[0]
    let diagonal = try item.expected("gram_diagonal").number ?? .nan
    let wanted = (0..<size * size).map { $0 / size == $0 % size ? diagonal : 0 }
    comparison.compare(gram.elements, wanted, "the Gram matrix")
    let singularValues = try item.expected("singular_values").flatNumbers
    comparison.compare([Double](repeating: gain, count: size), singularValues, "the singular values")
  }

  private static func sparse(_ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison) throws {
    let (shape, deviation) = (try hyper.shape(), try hyper.number("std"))
    let sample = GoldenSample(Sparse(sparsity: try hyper.number("sparsity"), deviation: deviation), shape: shape)
    let zeros = try item.expected("zeros_per_column").count ?? -1
    for start in stride(from: 0, to: sample.values.count, by: shape.count) {
      for column in 0..<shape[1] {
        let found = (0..<shape[0]).count { sample.values[start + $0 * shape[1] + column] == 0 }
        comparison.expect(found == zeros, "a column has \(found) zeros, not \(zeros)")
      }
    }
    let others = GoldenSample(values: sample.values.filter { $0 != 0 })
    others.compareMoments(mean: 0, deviation: deviation, "the values that are not zero", &comparison)
  }

  /// Fans are those of [..., in, out]; a tensor of ours has the axes [out, in, ...].
  private static func jax(_ item: GoldenCase, _ hyper: GoldenHyper, _ comparison: inout GoldenComparison) throws {
    try hyper.require("layout", .text("[..., in, out]"))
    let theirs = try hyper.shape().sizesArray
    let shape = Shape([theirs[theirs.count - 1], theirs[theirs.count - 2]] + theirs.dropLast(2))
    try compareFans(item, shape, &comparison)
    let name = item.className.split(separator: ".").last.map(String.init) ?? ""
    let form: VarianceScaling.Form = name.hasSuffix("normal") ? .truncatedNormal : .uniform
    let initializer: VarianceScaling
    switch name.prefix(while: { $0 != "_" }) {
    case "lecun": initializer = .leCun(form)
    case "he": initializer = .he(form)
    case "glorot": initializer = .glorot(form)
    case let name: throw GoldenUnsupported("there is no translation of \(name)")
    }
    comparison.compare([initializer.deviation(for: shape)], try item.expected("std"), "the deviation")
    let sample = GoldenSample(initializer, shape: shape)
    sample.compareMoments(mean: 0, deviation: initializer.deviation(for: shape), "the values", &comparison)
    if form == .uniform {
      let bound = try item.expected("bound").number ?? .nan
      let own = 3.0.squareRoot() * initializer.deviation(for: shape)
      comparison.compare([own], [bound], "the bound")
      sample.compareReach(from: -bound, to: bound, &comparison)
    } else {
      let underlying = try item.expected("underlying_std").number ?? .nan
      let bound = (try item.expected("truncated_at_deviations").number ?? .nan) * underlying
      sample.compareReach(from: -bound, to: bound, &comparison)
    }
  }
}

extension GoldenHyper {
  /// The shape of a tensor.
  fileprivate func shape() throws -> Shape {
    guard let sizes = try required("shape").array?.compactMap(\.count) else {
      throw GoldenUnsupported("'shape' is no list of whole numbers")
    }
    return Shape(sizes)
  }
}
