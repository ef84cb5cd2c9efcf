/// The test functions that need no data, from their usual starts.
public enum TestFunctions {
  /// All of them; Rosenbrock's in two and in four dimensions.
  public static let all: [any TestFunction] = [
    Rosenbrock(), Rosenbrock(start: [-1.2, 1, -1.2, 1]), Beale(), Himmelblau(), Booth(), Wood(), PowellSingular(),
  ]
}
