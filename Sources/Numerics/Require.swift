/// Stops the program with a message where a condition does not hold: for mistakes in the program that calls.
///
/// Unlike a precondition, it prints its message in release builds too, which is where most of the work is done.
@inlinable @inline(__always)
package func require(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if !condition() { fatalError(message(), file: file, line: line) }
}
