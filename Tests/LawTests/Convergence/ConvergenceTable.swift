extension Goal {
  /// Three goals for each entry of the registry, in its order.
  ///
  /// Settings are the defaults where these do about as well as any, else the best of a grid of learning rates, with a
  /// schedule where a constant rate does much worse. Weight decay is off where it would move the minimum. A target is about
  /// three times the worst value at 0.8, 1 and 1.25 times the rate, or thirty times where it is so small that rounding has a
  /// say, and never below 10⁻¹²; that of the digits is an accuracy of 0.93.
  static let table: [Goal] =
    momentum + adaptive + adam + sign + layerwise + matrix + parameterFree + evaluating

  private static let momentum: [Goal] = [
    Goal("gradient-descent", .quadratic, "learningRate=1.5", below: 0.0006),
    Goal("gradient-descent", .rosenbrock, "learningRate=0.001", below: 0.5),
    Goal("gradient-descent", .digits, "learningRate=0.5", below: 0.07),
    Goal("sgd", .quadratic, "learningRate=1.5", below: 0.0006),
    Goal("sgd", .rosenbrock, "", below: 0.5),
    Goal("sgd", .digits, "learningRate=0.5", below: 0.07),
    Goal("momentum", .quadratic, "learningRate=1.5", below: 1e-6),
    Goal("momentum", .rosenbrock, "learningRate=0.002", below: 1e-12),
    Goal("momentum", .digits, "learningRate=0.05", below: 0.07),
    Goal("nesterov", .quadratic, "learningRate=1", below: 6e-6),
    Goal("nesterov", .rosenbrock, "", below: 9e-6),
    Goal("nesterov", .digits, "learningRate=0.05", below: 0.07),
    Goal("asgd", .quadratic, "learningRate=1.5", below: 0.0007),
    Goal("asgd", .rosenbrock, "learningRate=0.001", below: 0.5),
    Goal("asgd", .digits, "learningRate=0.5", below: 0.07),
    Goal("optimistic-gradient-descent", .quadratic, "learningRate=0.5", below: 0.002),
    Goal("optimistic-gradient-descent", .rosenbrock, "learningRate=0.001", below: 1),
    Goal("optimistic-gradient-descent", .digits, "learningRate=0.5", "cosine", below: 0.07),
  ]

  private static let adaptive: [Goal] = [
    Goal("adagrad", .quadratic, "learningRate=0.5", below: 4e-4),
    Goal("adagrad", .rosenbrock, "learningRate=0.5", below: 0.06),
    Goal("adagrad", .digits, "learningRate=0.1", below: 0.07),
    Goal("adadelta", .quadratic, "", below: 0.002),
    Goal("adadelta", .rosenbrock, "learningRate=0.2", below: 0.2),
    Goal("adadelta", .digits, "learningRate=4", below: 0.07),
    Goal("rmsprop", .quadratic, "", below: 0.002),
    Goal("rmsprop", .rosenbrock, "", below: 0.2),
    Goal("rmsprop", .digits, "", below: 0.07),
    Goal("rprop", .quadratic, "", below: 3e-5),
    Goal("rprop", .rosenbrock, "", below: 0.0005),
    Goal("rprop", .digits, "learningRate=0.005", batchSize: nil, below: 0.07),
    Goal("madgrad", .quadratic, "learningRate=0.5", below: 6e-6),
    Goal("madgrad", .rosenbrock, "learningRate=0.005", below: 1e-12),
    Goal("madgrad", .digits, "", below: 0.07),
  ]

  private static let adam: [Goal] = [
    Goal("adam", .quadratic, "learningRate=1", below: 3e-7),
    Goal("adam", .rosenbrock, "learningRate=0.1", below: 1e-12),
    Goal("adam", .digits, "learningRate=0.02", below: 0.07),
    Goal("adamw", .quadratic, "learningRate=1,weightDecay=0", below: 3e-7),
    Goal("adamw", .rosenbrock, "learningRate=0.1,weightDecay=0", below: 1e-12),
    Goal("adamw", .digits, "learningRate=0.02", below: 0.07),
    Goal("amsgrad", .quadratic, "learningRate=1", below: 8e-7),
    Goal("amsgrad", .rosenbrock, "learningRate=0.2", below: 1e-12),
    Goal("amsgrad", .digits, "learningRate=0.02", below: 0.07),
    Goal("adamax", .quadratic, "learningRate=0.5", below: 7e-5),
    Goal("adamax", .rosenbrock, "learningRate=1", below: 2e-6),
    Goal("adamax", .digits, "learningRate=0.05", below: 0.07),
    Goal("nadam", .quadratic, "learningRate=0.05", below: 3e-4),
    Goal("nadam", .rosenbrock, "learningRate=0.02", below: 0.02),
    Goal("nadam", .digits, "learningRate=0.02", below: 0.07),
    Goal("nadamw", .quadratic, "learningRate=0.1,weightDecay=0", below: 3e-5),
    Goal("nadamw", .rosenbrock, "learningRate=0.1,weightDecay=0", "cosine", below: 8e-6),
    Goal("nadamw", .digits, "learningRate=0.02", below: 0.07),
    Goal("radam", .quadratic, "learningRate=1", below: 2e-6),
    Goal("radam", .rosenbrock, "learningRate=0.2", "warmup:steps=200 constant", below: 9e-7),
    Goal("radam", .digits, "learningRate=0.05", below: 0.07),
    Goal("adabelief", .quadratic, "learningRate=1", below: 4e-7),
    Goal("adabelief", .rosenbrock, "learningRate=0.1", below: 1e-12),
    Goal("adabelief", .digits, "learningRate=0.02", below: 0.07),
    Goal("yogi", .quadratic, "learningRate=1", below: 3e-7),
    Goal("yogi", .rosenbrock, "learningRate=0.5", below: 1e-12),
    Goal("yogi", .digits, "", below: 0.07),
    Goal("adan", .quadratic, "learningRate=10", "cosine", below: 7e-8),
    Goal("adan", .rosenbrock, "learningRate=0.05", "cosine", below: 1e-12),
    Goal("adan", .digits, "learningRate=0.02", below: 0.07),
    Goal("adopt", .quadratic, "learningRate=1.5", below: 3e-5),
    Goal("adopt", .rosenbrock, "learningRate=4", below: 1e-12),
    Goal("adopt", .digits, "learningRate=0.01", below: 0.07),
    Goal("ademamix", .quadratic, "learningRate=0.5", below: 2e-5),
    Goal("ademamix", .rosenbrock, "learningRate=0.1", below: 0.005),
    Goal("ademamix", .digits, "learningRate=0.02", below: 0.07),
    Goal("simplified-ademamix", .quadratic, "learningRate=0.2", "cosine", below: 0.004),
    Goal("simplified-ademamix", .rosenbrock, "learningRate=0.001", below: 0.004),
    Goal("simplified-ademamix", .digits, "learningRate=0.001", "cosine", below: 0.07),
    Goal("laprop", .quadratic, "learningRate=0.5", below: 9e-8),
    Goal("laprop", .rosenbrock, "learningRate=0.5", "cosine", below: 1e-12),
    Goal("laprop", .digits, "learningRate=0.02", below: 0.07),
    Goal("mars", .quadratic, "learningRate=1.5", "cosine", below: 2e-9),
    Goal("mars", .rosenbrock, "learningRate=0.005", "cosine", below: 1e-12),
    Goal("mars", .digits, "learningRate=0.05", below: 0.07),
    Goal("acprop", .quadratic, "learningRate=0.05", below: 2e-4),
    Goal("acprop", .rosenbrock, "learningRate=0.01", below: 0.08),
    Goal("acprop", .digits, "learningRate=0.01,epsilon=1e-3", below: 0.07),
    Goal("optimistic-adam", .quadratic, "learningRate=0.05", below: 2e-4),
    Goal("optimistic-adam", .rosenbrock, "learningRate=0.05", below: 0.03),
    Goal("optimistic-adam", .digits, "learningRate=0.02", below: 0.07),
  ]

  private static let sign: [Goal] = [
    Goal("lion", .quadratic, "learningRate=0.005", below: 4e-4),
    Goal("lion", .rosenbrock, "learningRate=0.02", "cosine", below: 2e-6),
    Goal("lion", .digits, "learningRate=0.005", below: 0.07),
    Goal("signsgd", .quadratic, "", below: 0.009),
    Goal("signsgd", .rosenbrock, "learningRate=0.002", below: 0.8),
    Goal("signsgd", .digits, "", below: 0.07),
    Goal("signum", .quadratic, "", "cosine", below: 2e-6),
    Goal("signum", .rosenbrock, "", "cosine", below: 1e-4),
    Goal("signum", .digits, "learningRate=0.005", below: 0.07),
  ]

  private static let layerwise: [Goal] = [
    Goal("lamb", .quadratic, "learningRate=0.2", "cosine", below: 2e-6),
    Goal("lamb", .rosenbrock, "learningRate=0.1", "cosine", below: 8e-6),
    Goal("lamb", .digits, "learningRate=0.02", "cosine", below: 0.07),
    Goal("lars", .quadratic, "learningRate=0.5", below: 5e-6),
    Goal("lars", .rosenbrock, "learningRate=4", "cosine", below: 3e-6),
    Goal("lars", .digits, "learningRate=10", "cosine", below: 0.07),
    Goal("fromage", .quadratic, "learningRate=0.1", "cosine", below: 2e-4),
    Goal("fromage", .rosenbrock, "learningRate=0.1", "cosine", below: 3e-6),
    Goal("fromage", .digits, "learningRate=0.1", "cosine", below: 0.07),
    Goal("novograd", .quadratic, "", below: 8e-5),
    Goal("novograd", .rosenbrock, "learningRate=0.001", "cosine", below: 2e-11),
    Goal("novograd", .digits, "learningRate=0.02", below: 0.07),
    Goal("sm3", .quadratic, "learningRate=4", below: 7e-5),
    Goal("sm3", .rosenbrock, "learningRate=4", below: 6e-6),
    Goal("sm3", .digits, "", below: 0.07),
    Goal("adafactor", .quadratic, "learningRate=10", "cosine", below: 7e-5),
    Goal("adafactor", .rosenbrock, "learningRate=1.5", below: 0.3),
    Goal("adafactor", .digits, "learningRate=0.02", below: 0.07),
  ]

  private static let matrix: [Goal] = [
    Goal("muon", .quadratic, "learningRate=1,weightDecay=0", below: 4e-7),
    Goal("muon", .rosenbrock, "learningRate=0.1,weightDecay=0", below: 1e-12),
    Goal("muon", .digits, "learningRate=0.05", below: 0.07),
    Goal("shampoo", .quadratic, "learningRate=0.5", below: 1e-12),
    Goal("shampoo", .rosenbrock, "learningRate=0.5", below: 0.06),
    Goal("shampoo", .digits, "learningRate=0.5", below: 0.07),
    Goal("scalable-shampoo", .quadratic, "learningRate=1", below: 6e-6),
    Goal("scalable-shampoo", .rosenbrock, "", below: 9e-6),
    Goal("scalable-shampoo", .digits, "learningRate=0.1", below: 0.07),
    Goal("soap", .quadratic, "learningRate=0.01,weightDecay=0", "cosine", below: 1e-12),
    Goal("soap", .rosenbrock, "learningRate=0.005,weightDecay=0", "cosine", below: 1e-12),
    Goal("soap", .digits, "learningRate=0.02", below: 0.07),
    Goal("psgd-kron", .quadratic, "learningRate=0.05", "cosine", below: 5e-8),
    Goal("psgd-kron", .rosenbrock, "learningRate=0.01", "cosine", below: 1e-8),
    Goal("psgd-kron", .digits, "learningRate=0.005", below: 0.07),
  ]

  private static let parameterFree: [Goal] = [
    Goal("cocob", .quadratic, "", below: 0.003),
    Goal("cocob", .rosenbrock, "", below: 1),
    Goal("cocob", .digits, "", below: 0.07),
  ]

  private static let evaluating: [Goal] = [
    Goal("lbfgs", .quadratic, "", below: 4e-6),
    Goal("lbfgs", .rosenbrock, "", below: 4e-9),
    Goal("lbfgs", .digits, "", batchSize: nil, below: 0.07),
  ]
}
