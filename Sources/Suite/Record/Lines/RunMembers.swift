/// The members of a line that tell which run it is of.
struct RunMembers: Codable {
  let problem: String
  let optimizer: String
  let seedIndex: Int
  let seed: SeedText
  let learningRate: Double
  var trial: Int?
  var curve: RunCurve?
  var path: [[Double]]?
}
