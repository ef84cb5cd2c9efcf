/// The worst of the arguments examined so far.
struct Finding {
  /// How many arguments were examined.
  var count = 0
  /// The largest error; ∞ for a result that is wrong altogether, such as a number where there is none.
  var error = 0.0
  /// Where the largest error is; of several such places, the first.
  var argument = 0.0
  var result = 0.0
  var exact = 0.0
  /// The number of the argument in the order of examination.
  var place = Int.max

  /// Takes in another thread's finding.
  mutating func merge(_ other: Finding) {
    let total = count + other.count
    if other.error > error || (other.error == error && other.place < place) { self = other }
    count = total
  }
}
