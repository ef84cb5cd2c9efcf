import GlissadeOptimizers

extension GoldenOptimizers {
  /// Rules that extrapolate.
  static let optimisticRules: [String: GoldenTranslation.Maker] = [
    "optax.optimistic_gradient_descent": { hyper in
      GoldenTranslation(
        OptimisticGradientDescent(
          learningRate: try hyper.learningRate("learning_rate"), gradientWeight: try hyper.number("alpha"),
          changeWeight: try hyper.number("beta")))
    },
    "optax.optimistic_adam_v2": { hyper in
      GoldenTranslation(
        OptimisticAdam(
          learningRate: try hyper.learningRate("learning_rate"), directionWeight: try hyper.number("alpha"),
          changeWeight: try hyper.number("beta"), beta1: try hyper.number("b1"), beta2: try hyper.number("b2"),
          epsilon: try hyper.number("eps"), epsilonRoot: try hyper.number("eps_root"),
          nesterov: try hyper.flag("nesterov")))
    },
  ]
}
