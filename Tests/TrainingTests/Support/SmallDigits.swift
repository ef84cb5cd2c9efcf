import GlissadeTraining

/// Some of the digits, few enough for a debug build.
enum SmallDigits {
  /// All of them, decoded once.
  static let all = Result { try Digits.load() }

  static func load(_ count: Int) throws -> LabeledExamples {
    try all.get().training.selecting(Array(0..<count))
  }
}

/// A small classifier of the digits.
func makeDigitsModel(hidden: Int = 12) -> some Layer {
  Sequential {
    Dense(64, hidden)
    ReLU()
    Dense(hidden, 10)
  }
}

/// The same with everything that is random or normalizes.
func makeRegularizedModel() -> some Layer {
  Sequential {
    Dense(64, 16)
    LayerNorm(16)
    GELU()
    Dropout(0.25)
    Dense(16, 10)
  }
}
