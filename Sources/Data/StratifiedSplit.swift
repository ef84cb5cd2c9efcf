/// Divides examples into training and test parts in which every class has its share.
///
/// Each class gives testCount · (its size)/(all) examples to the test part, rounded by largest remainders (the smaller
/// class label first among equals), so that the counts add up to `testCount` exactly. Which ones is drawn from
/// `stream`: the first of a permutation of the class keyed by its label, so one class's choice depends on no other's.
///
/// - Parameters:
///   - labels: The class of each example; any integers.
///   - testCount: How many examples the test part gets, from 0 to all.
///   - stream: The random numbers; the same stream gives the same split.
/// - Returns: The indices of either part, ascending; together they are all indices.
/// - Complexity: O(n log n) for n labels.
public func stratifiedSplit(labels: [Int], testCount: Int, stream: RandomStream) -> (training: [Int], test: [Int]) {
  require(
    (0...labels.count).contains(testCount),
    "a test part of \(testCount) cannot be taken from \(labels.count) examples")
  let members = Dictionary(grouping: labels.indices) { labels[$0] }
  let classes = members.keys.sorted()
  // Integer arithmetic: quotients and remainders of testCount·size by the total, without rounding. The full-width
  // product cannot overflow.
  let shares = classes.map { label in
    labels.count.dividingFullWidth(testCount.multipliedFullWidth(by: members[label, default: []].count))
  }
  var counts = shares.map { $0.quotient }
  let missing = testCount - counts.reduce(0, +)
  let byRemainder = classes.indices.sorted { (shares[$1].remainder, $0) < (shares[$0].remainder, $1) }
  for position in byRemainder.prefix(missing) { counts[position] += 1 }

  var isTest = Array(repeating: false, count: labels.count)
  for (label, count) in zip(classes, counts) {
    let candidates = stream.substream(label).shuffled(members[label, default: []])
    for index in candidates.prefix(count) { isTest[index] = true }
  }
  return (labels.indices.filter { !isTest[$0] }, labels.indices.filter { isTest[$0] })
}
