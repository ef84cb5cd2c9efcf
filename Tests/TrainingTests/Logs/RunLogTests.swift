import Foundation
import GlissadeTraining
import Testing

@Suite struct RunLogTests {
  private func line(_ number: Int) -> JSONLine {
    var line = JSONLine(event: "step")
    line.add("step", number)
    return line
  }

  @Test func linesAreThereAtOnce() throws {
    let place = try TemporaryFolder()
    var log = try RunLog(creatingIn: "\(place.path)/new/run", formats: [.csv])
    try log.append(line(1))
    #expect(try place.text("new/run/events.jsonl") == "{\"event\":\"step\",\"step\":1}\n")
    try log.append([Measurement("a/b", 0.5), Measurement("says \"x,y\"", .nan)], step: 7, epoch: 2)
    #expect(
      try place.text("new/run/scalars.csv") == "step,epoch,name,value\n7,2,a/b,0.5\n7,2,\"says \"\"x,y\"\"\",nan\n")
    #expect(log.positions == ["events.jsonl": 26, "scalars.csv": 57])
  }

  /// A record that goes on is cut off where its checkpoint was saved, a half line that a crash left included.
  @Test func aResumedRecordIsCutOff() throws {
    let place = try TemporaryFolder()
    var log = try RunLog(creatingIn: place.path, formats: Set(RunLog.Format.allCases))
    try log.append(line(1))
    try log.append([Measurement("a", 1)], step: 1, epoch: 1)
    let positions = log.positions
    let before = try ["events.jsonl", "scalars.csv", "run.tfevents"].map { try place.bytes($0) }
    try log.append(line(2))
    try log.append([Measurement("a", 2)], step: 2, epoch: 1)
    try place.put(place.bytes("events.jsonl") + Array("{\"event\":\"st".utf8), in: "events.jsonl")
    var resumed = try RunLog(resumingIn: place.path, at: positions, formats: Set(RunLog.Format.allCases))
    #expect(try ["events.jsonl", "scalars.csv", "run.tfevents"].map { try place.bytes($0) } == before)
    #expect(resumed.positions == positions)
    try resumed.append(line(3))
    #expect(try place.text("events.jsonl").split(separator: "\n").count == 2)
    try resumed.synchronize()
  }

  @Test func recordsAreNotLostInSilence() throws {
    let place = try TemporaryFolder()
    var log = try RunLog(creatingIn: place.path)
    try log.append(line(1))
    let path = "\(place.path)/events.jsonl"
    #expect(throws: RunLogError.exists(path: path)) { try RunLog(creatingIn: place.path) }
    #expect(throws: RunLogError.tooShort(path: path, expected: 27)) {
      try RunLog(resumingIn: place.path, at: ["events.jsonl": 27])
    }
    #expect(throws: OutputError.self) { try RunLog(creatingIn: "\(path)/inside") }
    #expect(try RunLog(creatingIn: place.path, overwrites: true).positions == ["events.jsonl": 0])
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: OutputError.self) { try RunLog(resumingIn: place.path, at: ["events.jsonl": 0]) }
  }

  /// Where there is no room the sentence says so, and the file ends where it did.
  @Test func aFullDiskIsSaid() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let place = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: "\(place.path)/events.jsonl", withDestinationPath: "/dev/full")
    #expect(throws: OutputError.self) {
      var log = try RunLog(creatingIn: place.path, overwrites: true)
      try log.append(line(1))
    }
  }

  @Test func theLinesOfEvents() throws {
    var run = try TrainingRun(
      Trainer(Classifier(makeDigitsModel()), optimizer: SGD(learningRate: 0.5), scalar: Double.self, seed: 1),
      training: SmallDigits.load(8), validation: SmallDigits.load(4), plan: TrainingPlan(.epochs(1), batchSize: 8),
      monitors: MonitorSet(named: ["learning-rate"], every: 1))
    guard case .step(let step) = try run.next(), case .epoch(let epoch) = try run.next() else {
      Issue.record("a step and an epoch were expected")
      return
    }
    let rate = try #require(step.measurements.last)
    #expect(
      JSONLine(step).text
        == """
        {"event":"step","step":1,"epoch":1,"loss":\(step.loss),"gradientNorm":\(step.gradientNorm),\
        "monitors":{"learningRate":0.5,"effectiveLearningRate":\(rate.value)}}
        """)
    #expect(rate.name == "effectiveLearningRate" && (rate.value - 0.5).magnitude < 1e-9)
    #expect(
      JSONLine(epoch).members.map(\.name) == [
        "event", "epoch", "step", "trainLoss", "trainAccuracy", "testLoss", "testAccuracy", "gradientNorm",
        "examplesPerSecond", "seconds",
      ])
    #expect(
      step.scalars.map(\.name) == [
        "step/loss", "step/gradientNorm", "monitor/learningRate", "monitor/effectiveLearningRate",
      ])
    #expect(epoch.scalars.first == Measurement("epoch/trainLoss", step.loss))
  }
}
