/// eˣ of every element.
public func exp<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.exp)) }
/// ln x of every element.
public func log<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.log)) }
/// √x of every element.
public func sqrt<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.squareRoot)) }
/// x² of every element.
public func square<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.square)) }
/// |x| of every element; the gradient at 0 is 0.
public func abs<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.absolute)) }
/// 1/x of every element.
public func reciprocal<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.reciprocal)) }
/// erf x of every element.
public func erf<S>(_ x: Variable<S>) -> Variable<S> { x.applying(Elementwise(.erf)) }
