import GlissadeData
import Testing

/// Reads every beginning of a file and `count` copies with one to three bits flipped: each must be read, or refused with an
/// error of the given type. A trap ends the tests.
func readDamaged<Failure>(
  _ file: [UInt8], flips count: Int = 2_000, refusing _: Failure.Type, _ read: ([UInt8]) throws -> Void
) {
  func attempt(_ bytes: [UInt8], _ what: String) {
    do { try read(bytes) } catch {
      #expect(error is Failure, "\(what): \(error)")
    }
  }
  for length in 0...file.count { attempt(Array(file.prefix(length)), "the first \(length) bytes") }
  let stream = RandomStream(seed: 1, purpose: .checking, index: file.count)
  for index in 0..<count {
    var copy = file
    let places = (0...stream.integer(at: 8 * index, below: 3)).map { flip in
      stream.integer(at: 8 * index + 1 + flip, below: 8 * file.count)
    }
    for place in places { copy[place / 8] ^= 1 << (place % 8) }
    attempt(copy, "with bits \(places) flipped")
  }
}
