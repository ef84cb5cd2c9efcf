/// Each example as a vector: [batch, sizes...] as [batch, features].
func flattened<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x.shape.rank > 2 ? Flatten()(x) : x }
