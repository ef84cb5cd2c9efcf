import GlissadeTensor
import Testing

@Suite struct ShapeTests {
  @Test func sizesRankAndCount() {
    let shape: Shape = [2, 3, 4]
    #expect(shape.rank == 3)
    #expect(shape.count == 24)
    #expect(shape.sizesArray == [2, 3, 4])
    #expect(shape.description == "[2, 3, 4]")
    #expect(Shape.scalar.rank == 0)
    #expect(Shape.scalar.count == 1)
    #expect(Shape.scalar.description == "[]")
    #expect(Shape([5, 0, 2]).count == 0)
    #expect(Shape([1, 2, 3, 4, 5, 6]).rank == Shape.maximumRank)
  }

  @Test func negativeAxesCountFromTheEnd() {
    var shape: Shape = [2, 3, 4]
    for axis in 0..<3 { #expect(shape[axis] == shape[axis - 3]) }
    #expect(shape.resolve(-1) == 2)
    #expect(shape.resolve(-3) == 0)
    shape[-1] = 7
    shape[-3] = 5
    #expect(shape == [5, 3, 7])
  }

  @Test func shapesAreEqualWhenSizesAndRankAre() {
    #expect(Shape([2, 3]) == [2, 3])
    #expect(Shape([2, 3]) != [3, 2])
    #expect(Shape([2]) != [2, 1])
    #expect(Shape([0]) != .scalar)
    #expect(Shape([2, 3]).hashValue == Shape([2, 3]).hashValue)
  }

  @Test func droppingAndAppendingAxes() {
    let shape: Shape = [2, 3, 4]
    #expect(shape.dropping(axis: 0) == [3, 4])
    #expect(shape.dropping(axis: 1) == [2, 4])
    #expect(shape.dropping(axis: -1) == [2, 3])
    #expect(Shape([9]).dropping(axis: 0) == .scalar)
    var appended = Shape.scalar
    appended.append(3)
    appended.append(0)
    #expect(appended == [3, 0])
  }

  @Test func droppingAnAxisLeavesNoTraceOfIt() {
    #expect(Shape([2, 3]).dropping(axis: 1).hashValue == Shape([2]).hashValue)
    #expect(Shape([2, 3]).dropping(axis: 1) == [2])
  }

  @Test func rowsAndColumnsSeeAMatrix() {
    #expect(Shape([2, 3, 4]).rows == 6)
    #expect(Shape([2, 3, 4]).columns == 4)
    #expect(Shape([5]).rows == 1)
    #expect(Shape([5]).columns == 5)
    #expect(Shape.scalar.rows == 1)
    #expect(Shape.scalar.columns == 1)
    #expect(Shape([3, 0]).rows == 3)
  }
}
