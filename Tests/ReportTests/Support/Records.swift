@testable import GlissadeReport

/// A record of a run from its lines.
func run(_ lines: String..., path: String = "run/events.jsonl") throws -> RunRecord {
  try RunRecord(RecordFile(path: path, bytes: Array(lines.map { $0 + "\n" }.joined().utf8)))
}

/// A run of a few epochs whose loss falls by a factor each.
func run(
  optimizer: String = "adam", rate: Double = 0.01, seed: Int = 1, losses: [Double], accuracy: Double = 0.9
) throws -> RunRecord {
  let epochs = losses.enumerated().map { index, loss in
    #"{"event":"epoch","epoch":\#(index + 1),"step":\#(10 * (index + 1)),"trainLoss":\#(loss)}"#
  }
  let lines =
    [
      #"{"event":"started","data":"digits","optimizer":"\#(optimizer)","learningRate":\#(rate),"seed":"\#(seed)"}"#
    ] + epochs + [#"{"event":"finished","testAccuracy":\#(accuracy),"seconds":1.5,"steps":\#(10 * losses.count)}"#]
  return try RunRecord(
    RecordFile(path: "\(optimizer)-\(rate)-\(seed)/events.jsonl", bytes: Array(lines.joined(separator: "\n").utf8)))
}

/// What a hostile record may have as a name.
let hostile = "</script><script>alert(1)</script><!-- \" ' & \u{1b}[31m \u{2028} ]]>"

/// The same as a string of JSON.
let hostileJSON = #""</script><script>alert(1)</script><!-- \" ' & \u001b[31m \u2028 ]]>""#
