import Foundation

/// Geometric means of ratios, by group.
struct GeometricMeans<Group: Hashable> {
  /// The groups, in the order in which they first appear.
  private(set) var groups: [Group] = []
  private var logarithms: [Group: [Double]] = [:]

  mutating func add(_ ratio: Double, to group: Group) {
    if logarithms[group] == nil { groups.append(group) }
    logarithms[group, default: []].append(log(ratio))
  }

  /// The number of ratios in a group.
  func count(_ group: Group) -> Int { logarithms[group]?.count ?? 0 }

  /// The geometric mean of a group's ratios.
  func mean(_ group: Group) -> Double {
    exp((logarithms[group] ?? []).reduce(0, +) / Double(max(1, count(group))))
  }
}
