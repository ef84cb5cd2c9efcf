import Testing

@testable import GlissadeData

@Suite("CSV") struct CSVTests {
  func table(_ text: String, labels: CSVTable.Labels = .at(-1), hasNames: Bool? = nil) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), labels: labels, hasNames: hasNames)
  }

  @Test("Numbers, names and labels") func plain() throws {
    let flowers = try table("length,width,kind\r\n5.1,3.5,setosa\r\n\r\n-7e-1, 32 ,\"virginica\"")
    #expect(flowers.names == ["length", "width", "kind"])
    #expect(flowers.features == Tensor([2, 2], [5.1, 3.5, -0.7, 32]))
    #expect(flowers.labels == ["setosa", "virginica"])
    let (examples, classes) = try flowers.labeledExamples()
    #expect(examples.labels == [0, 1] && classes == ["setosa", "virginica"])
    let bare = try table("\u{FEFF}1,2,0\n3,4,2\n")
    #expect(bare.names == [] && bare.features == Tensor([2, 2], [1, 2, 3, 4]))
    #expect(try bare.labeledExamples().examples.classCount == 3)
    #expect(try table("1,2\n3,4", labels: .none).features == Tensor([2, 2], [1, 2, 3, 4]))
    #expect(try table("a,b\n1,2\n3,4", labels: .named("a")).features == Tensor([2, 1], [2, 4]))
    #expect(try table("1,2,9\n3,4,9", labels: .at(0)).labels == ["1", "3"])
    #expect(try table("1,2\n3,4", hasNames: true).names == ["1", "2"])
    #expect(try table("1,2\n3,0.5").targetExamples().targets == Tensor([2, 1], [2, 0.5]))
  }

  @Test("Quotes") func quotes() throws {
    let names = try table("\"a \"\"b\"\"\",\"c,\r\nd\"\n1,x\n").names
    #expect(names == ["a \"b\"", "c,\r\nd"])
    #expect(throws: CSVError.openQuote(line: 2)) { try table("1,2\n3,\"4\n5,6\n") }
    #expect(throws: CSVError.textAfterQuote(line: 3)) { try table("1,2\n\n3,\"4\"5\n") }
  }

  @Test("Malformed tables are refused with their line") func malformed() throws {
    #expect(throws: CSVError.noRows) { try table("\n\n") }
    #expect(throws: CSVError.noRows) { try table("a,b\n") }
    #expect(throws: CSVError.noNumbers) { try table("1\n2\n") }
    #expect(throws: CSVError.fieldCount(line: 4, found: 3, expected: 2)) { try table("1,2\n\"3\",\"x\ny\"\n1,2,3\n") }
    #expect(throws: CSVError.notNumber(line: 2, column: 1, text: "x")) { try table("1,2\nx,3\n") }
    for text in ["nan", "inf", "0x10", "", "1e", "--1", "1e40", "1 2"] {
      #expect(throws: CSVError.notNumber(line: 2, column: 1, text: text)) { try table("1,2\n\(text),3\n") }
    }
    #expect(throws: CSVError.noColumn("z", count: 2)) { try table("1,2\n", labels: .named("z")) }
    #expect(throws: CSVError.noColumn("2", count: 2)) { try table("1,2\n", labels: .at(2)) }
    let other = try table("1,cat\n")
    #expect(throws: CSVError.unknownClass("cat")) { try other.labeledExamples(classes: ["dog"]) }
    #expect(throws: CSVError.unknownClass("cat")) { try other.targetExamples() }
  }

  @Test("Numbers are rounded as the standard library does") func numbers() {
    for text in ["0", "9999999", "12345678", "0.1", "-1.5e-3", "3.4028235e38", "1e-46", "+5", "16777217"] {
      #expect(DecimalNumber.float(Array(text.utf8)[...]) == Float(text), "\(text)")
    }
  }

  @Test("A damaged table is read or refused") func damaged() {
    let text = "length,\"wi\"\"dth\",kind\r\n5.1,3.5,setosa\r\n-7e-1, 32 ,\"virgin\nica\"\n"
    readDamaged(Array(text.utf8), refusing: CSVError.self) { _ = try CSVTable(bytes: $0).labeledExamples() }
  }
}
