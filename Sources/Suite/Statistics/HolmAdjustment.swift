/// p-values adjusted for the number of tests, so that the chance of one false finding or more stays below the level.
///
/// The i-th smallest of m becomes the largest of (m − j + 1) p₍ⱼ₎ over j ≤ i, and at most 1. Holm 1979 (doi:10.2307/4615733).
public func holmAdjusted(_ values: [Double]) -> [Double] {
  var adjusted = values
  var largest = 0.0
  for (position, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
    largest = max(largest, min(1, Double(values.count - position) * values[index]))
    adjusted[index] = largest
  }
  return adjusted
}
